<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/ceb.ftl" as ceb>
<#assign refund = item.InvtRefundHead>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>CEB625</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${fn.start(refund.appTime, 8)}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${ceb.functionCode(input)}</FunctionCode><#-- 017 [none]: original, amendment or withdrawal, an input -->
    <FunctionalReferenceID>${fn.whole(fn.first(refund.copNo, refund.invtNo), 35)}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>${fn.same(input.functionCode, "1")?then("INV", "EXD")}</TypeCode><#-- D013 [none]: export, lodged before the goods leave, or its withdrawal -->
    <GoodsItemQuantity>${item.InvtRefundList?size}</GoodsItemQuantity><#-- 228 -->
    <DeclarationOfficeID>${refund.customsCode}</DeclarationOfficeID><#-- 065 -->
    <Submitter>
      <Name>${fn.text(refund.ebpName, 70)}</Name><#-- R058 -->
      <ID>${fn.whole(refund.ebpCode, 17)}</ID><#-- R059 -->
    </Submitter>
    <@ceb.document id=refund.orderNo type="220"/>
    <@ceb.document id=refund.logisticsNo type="703"/>
    <@wco.statement code="RETURN" value="true"/>
    <@wco.statement code="RETURN-REASON" value=refund.reason/>
    <@wco.statement code="LIST-NO" value=refund.invtNo/>
    <@wco.statement code="MARKETPLACE" value=refund.ebpCode/>
    <@wco.statement code="MARKETPLACE-NAME" value=refund.ebpName/>
    <@wco.statement code="SELLER-REF" value=refund.ebcCode/>
    <#if fn.longer(refund.ebcName, 70)><@wco.statement code="SELLER-WHOLE" value=refund.ebcName/></#if>
    <@wco.statement code="CARRIER" value="${refund.logisticsCode} ${refund.logisticsName}"/>
    <#if refund.copNo><@wco.statement code="INTERNAL-NO" value=refund.copNo/></#if>
    <#if refund.preNo><@wco.statement code="PRE-ENTRY" value=refund.preNo/></#if>
    <@wco.statement code="DECLARANT-REF" value=refund.agentCode/>
    <#if fn.longer(refund.agentName, 70)><@wco.statement code="DECLARANT-WHOLE" value=refund.agentName/></#if>
    <@wco.statement code="BUYER-REF" value=fn.joined([refund.buyerIdType, refund.buyerIdNumber], " ")/>
    <#if fn.longer(refund.buyerName, 70)><@wco.statement code="BUYER-WHOLE" value=refund.buyerName/></#if>
    <#if refund.note><@wco.statement code="COMMENT" value=refund.note/></#if>
    <@wco.gateway input=input warnings=warnings/>
    <Declarant>
      <Name>${fn.text(refund.agentName, 70)}</Name><#-- R124 -->
      <ID>${fn.whole(refund.agentCode, 17)}</ID><#-- R123 -->
    </Declarant>
    <GoodsShipment>
      <TransactionNatureCode>21</TransactionNatureCode><#-- 103 [none]: a return of goods -->
      <Buyer>
        <Name>${fn.text(refund.buyerName, 70)}</Name><#-- R009 -->
        <ID>${fn.whole(refund.buyerIdNumber, 17)}</ID><#-- R010 -->
        <@ceb.telephone number=refund.buyerTelephone/>
      </Buyer>
      <ExportCountry>
        <ID>CN</ID><#-- 062 [none]: what was imported to China goes back -->
      </ExportCountry>
      <#list item.InvtRefundList as line>
      <GovernmentAgencyGoodsItem>
        <SequenceNumeric>${fn.first(line.gnum, line?counter)}</SequenceNumeric><#-- 006 -->
        <@wco.statement code="QUANTITY" value="${line.qty} ${line.unit}"/>
        <#if line.note><@wco.statement code="COMMENT" value=line.note/></#if>
        <Commodity>
          <Description>${fn.text(line.gname, 512)}</Description><#-- 137 -->
          <@wco.classification hs=line.gcode/>
          <GoodsMeasure>
            <TariffQuantity unitCode="${code("ceb-unit", line.unit)}">${code("ceb-unit", line.unit)?has_content?then(line.qty, "")}</TariffQuantity><#-- 130 -->
          </GoodsMeasure>
        </Commodity>
        <@wco.exportAfterImport input=input/>
      </GovernmentAgencyGoodsItem>
      </#list>
      <PreviousDocument>
        <ID>${fn.whole(refund.invtNo, 35)}</ID><#-- D018 -->
        <TypeCode>929</TypeCode><#-- D019 [none]: the list that it came in with (UN/EDIFACT 1001) -->
      </PreviousDocument>
      <@wco.replaced input=input/>
      <@wco.cameInWith input=input/>
      <Seller>
        <Name>${fn.text(refund.ebcName, 70)}</Name><#-- R050 -->
        <ID>${fn.whole(refund.ebcCode, 17)}</ID><#-- R051 -->
      </Seller>
      <UCR>
        <TraderAssignedReferenceID>${fn.whole(refund.orderNo, 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
