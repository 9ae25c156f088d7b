<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/platform.ftl" as platform>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>PLATFO</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <FunctionCode>${wco.function1225(input.functionCode)}</FunctionCode><#-- 017 [none]: original or replacement, an input -->
    <FunctionalReferenceID>${fn.whole(item.transactionId, 35)}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <AdditionalDocument>
      <ID>${item.orderNo}</ID><#-- D005 -->
      <TypeCode>220</TypeCode><#-- D006 [none]: order (UN/EDIFACT 1001) -->
    </AdditionalDocument>
    <@wco.statement code="MARKETPLACE" value=item.platform.id/>
    <@wco.statement code="MARKETPLACE-NAME" value=item.platform.name/>
    <@wco.statement code="PAYMENT-PROVIDER" value="${item.provider.id} ${item.provider.name}"/>
    <@wco.statement code="PAYMENT-ID" value=item.transactionId/>
    <@wco.statement code="PAYMENT-TIME" value=item.paidAt/>
    <@wco.statement code="AMOUNT-PAID" value="${item.amount} ${item.currency}"/>
    <@platform.identity role="PAYER" of=item.payer.identity/>
    <#if fn.longer(item.payer.name, 70)><@wco.statement code="PAYER-WHOLE" value=item.payer.name/></#if>
    <#if item.payer.phone><@wco.statement code="PAYER-TE" value=item.payer.phone/></#if>
    <#if item.note><@wco.statement code="COMMENT" value=item.note/></#if>
    <@wco.gateway input=input warnings=warnings/>
    <GoodsShipment>
      <Payer>
        <Name>${fn.text(item.payer.name, 70)}</Name><#-- R120 -->
        <ID>${fn.whole(item.payer.identity.number, 17)}</ID><#-- R121 -->
      </Payer>
      <UCR>
        <TraderAssignedReferenceID>${fn.whole(item.orderNo, 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
