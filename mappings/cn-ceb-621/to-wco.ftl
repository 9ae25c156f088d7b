<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/ceb.ftl" as ceb>
<#assign list = item.InventoryHead>
<#assign currency = code("ceb-currency", list.currency)>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>CEB621</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${list.declTime}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${ceb.functionCode(input)}</FunctionCode><#-- 017 [none]: original, amendment or withdrawal, an input -->
    <FunctionalReferenceID>${fn.whole(fn.first(list.copNo, list.orderNo), 35)}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>${ceb.typeCode(input)}</TypeCode><#-- D013 [none]: import, lodged before the goods are there, or its withdrawal -->
    <GoodsItemQuantity>${item.InventoryList?size}</GoodsItemQuantity><#-- 228 -->
    <DeclarationOfficeID>${list.customsCode}</DeclarationOfficeID><#-- 065 -->
    <TotalGrossMassMeasure unitCode="KGM">${list.grossWeight}</TotalGrossMassMeasure><#-- 131 -->
    <TotalPackageQuantity>${list.packNo}</TotalPackageQuantity><#-- 146 -->
    <Submitter>
      <Name>${fn.text(list.ebpName, 70)}</Name><#-- R058 -->
      <ID>${fn.whole(list.ebpCode, 17)}</ID><#-- R059 -->
    </Submitter>
    <@ceb.document id=list.orderNo type="220"/>
    <@ceb.document id=list.logisticsNo type="703"/>
    <@ceb.document id=list.billNo type="704"/>
    <@ceb.document id=list.licenseNo type="911"/>
    <@wco.statement code="MARKETPLACE" value=list.ebpCode/>
    <@wco.statement code="MARKETPLACE-NAME" value=list.ebpName/>
    <@wco.statement code="SELLER-REF" value=list.ebcCode/>
    <#if fn.longer(list.ebcName, 70)><@wco.statement code="SELLER-WHOLE" value=list.ebcName/></#if>
    <@wco.statement code="CARRIER" value="${list.logisticsCode} ${list.logisticsName}"/>
    <#if list.copNo><@wco.statement code="INTERNAL-NO" value=list.copNo/></#if>
    <#if list.preNo><@wco.statement code="PRE-ENTRY" value=list.preNo/></#if>
    <#if list.invtNo><@wco.statement code="LIST-NO" value=list.invtNo/></#if>
    <@wco.statement code="GUARANTOR" value=list.assureCode/>
    <#if list.emsNo><@wco.statement code="LEDGER" value=list.emsNo/></#if>
    <@wco.statement code="TRADE-MODE" value=list.tradeMode/>
    <@wco.statement code="TRANSPORT-MODE" value=list.trafMode/>
    <#if list.ieDate><@wco.statement code="IMPORT-DATE" value=list.ieDate/></#if>
    <#if list.areaCode><@wco.statement code="ZONE-FIRM" value=fn.joined([list.areaCode, list.areaName], " ")/></#if>
    <#if fn.longer(list.trafNo, 35)><@wco.statement code="CONVEYANCE" value=list.trafNo/></#if>
    <#if fn.longer(list.loctNo, 17)><@wco.statement code="SUPERVISED-PLACE" value=list.loctNo/></#if>
    <#if list.wrapType><@wco.statement code="PACKAGE-TYPE" value=list.wrapType/></#if>
    <@wco.statement code="INSURANCE" value="${list.insuredFee} ${currency}"/>
    <@wco.statement code="NET-WEIGHT" value="${list.netWeight} KGM"/>
    <@wco.statement code="EXPORT-COUNTRY" value=list.country/>
    <@wco.statement code="DECLARANT-REF" value=list.agentCode/>
    <#if fn.longer(list.agentName, 70)><@wco.statement code="DECLARANT-WHOLE" value=list.agentName/></#if>
    <@wco.statement code="BUYER-REF" value=fn.joined([list.buyerIdType, list.buyerIdNumber], " ")/>
    <#if fn.longer(list.buyerName, 70)><@wco.statement code="BUYER-WHOLE" value=list.buyerName/></#if>
    <#if fn.longer(list.consigneeAddress, 70)><@wco.statement code="CONSIGNEE-WHOLE" value=list.consigneeAddress/></#if>
    <#if list.note><@wco.statement code="COMMENT" value=list.note/></#if>
    <@wco.gateway input=input warnings=warnings/>
    <BorderTransportMeans>
      <Name>${fn.whole(list.trafNo, 35)}</Name><#-- T005 -->
      <ID>${fn.whole(list.voyageNo, 35)}</ID><#-- T006 -->
      <ModeCode>${code("ceb-mode", list.trafMode)}</ModeCode><#-- T022 -->
    </BorderTransportMeans>
    <Declarant>
      <Name>${fn.text(list.agentName, 70)}</Name><#-- R124 -->
      <ID>${fn.whole(list.agentCode, 17)}</ID><#-- R123 -->
    </Declarant>
    <GoodsShipment>
      <TransactionNatureCode>11</TransactionNatureCode><#-- 103 [none]: a sale -->
      <Buyer>
        <Name>${fn.text(list.buyerName, 70)}</Name><#-- R009 -->
        <ID>${fn.whole(list.buyerIdNumber, 17)}</ID><#-- R010 -->
        <@ceb.telephone number=list.buyerTelephone/>
      </Buyer>
      <Consignee>
        <@ceb.address line=list.consigneeAddress/>
      </Consignee>
      <Consignment>
        <GoodsLocation>
          <ID>${fn.whole(list.loctNo, 17)}</ID><#-- L017 -->
        </GoodsLocation>
      </Consignment>
      <CustomsValuation>
        <FreightChargeAmount currencyID="${currency}">${currency?has_content?then(fn.decimals(list.freight, 3), "")}</FreightChargeAmount><#-- 117 -->
      </CustomsValuation>
      <Destination>
        <CountryCode>CN</CountryCode><#-- 465 [none]: these messages are of imports to China -->
      </Destination>
      <ExportCountry>
        <ID>${code("ceb-country", list.country)}</ID><#-- 062 -->
      </ExportCountry>
      <#list item.InventoryList as line>
      <GovernmentAgencyGoodsItem>
        <CustomsValueAmount currencyID="${code("ceb-currency", line.currency)}">${code("ceb-currency", line.currency)?has_content?then(fn.decimals(line.totalPrice, 3), "")}</CustomsValueAmount><#-- 108 -->
        <SequenceNumeric>${fn.first(line.gnum, line?counter)}</SequenceNumeric><#-- 006 -->
        <@wco.statement code="SPECIFICATION" value=line.gmodel/>
        <@wco.statement code="UNIT-PRICE" value="${line.price} ${code('ceb-currency', line.currency)}"/>
        <@wco.statement code="QUANTITY" value="${line.qty} ${line.unit}"/>
        <@wco.statement code="STATUTORY-QTY" value="${line.qty1} ${line.unit1}"/>
        <#if line.qty2><@wco.statement code="SECOND-QTY" value=fn.joined([line.qty2, line.unit2], " ")/></#if>
        <@wco.statement code="ORIGIN" value=line.country/>
        <#if line.tradeCountry><@wco.statement code="TRADE-COUNTRY" value=line.tradeCountry/></#if>
        <#if line.itemRecordNo><@wco.statement code="LEDGER-ITEM" value=line.itemRecordNo/></#if>
        <#if line.itemName><@wco.statement code="GOODS" value=line.itemName/></#if>
        <#if line.note><@wco.statement code="COMMENT" value=line.note/></#if>
        <#if fn.longer(line.itemNo, 18)><@wco.statement code="SKU" value=line.itemNo/></#if>
        <#if fn.longer(line.barCode, 18)><@wco.statement code="BAR-CODE" value=line.barCode/></#if>
        <Commodity>
          <Description>${fn.text(line.gname, 512)}</Description><#-- 137 -->
          <@wco.classification hs=line.gcode/>
          <@ceb.number id=line.itemNo type="SK"/>
          <@ceb.number id=line.barCode type="SRV"/>
          <GoodsMeasure>
            <TariffQuantity unitCode="${code("ceb-unit", line.unit1)}">${code("ceb-unit", line.unit1)?has_content?then(line.qty1, "")}</TariffQuantity><#-- 130 -->
          </GoodsMeasure>
          <InvoiceLine>
            <ItemChargeAmount currencyID="${code("ceb-currency", line.currency)}">${code("ceb-currency", line.currency)?has_content?then(fn.decimals(line.totalPrice, 3), "")}</ItemChargeAmount><#-- 112 -->
          </InvoiceLine>
        </Commodity>
        <Origin>
          <CountryCode>${code("ceb-country", line.country)}</CountryCode><#-- 063 -->
        </Origin>
      </GovernmentAgencyGoodsItem>
      </#list>
      <Importer>
        <Name>${fn.text(list.buyerName, 70)}</Name><#-- R037 -->
        <ID>${fn.whole(list.buyerIdNumber, 17)}</ID><#-- R038 -->
        <@ceb.address line=list.consigneeAddress/>
        <@ceb.telephone number=list.buyerTelephone/>
      </Importer>
      <@wco.replaced input=input/>
      <Seller>
        <Name>${fn.text(list.ebcName, 70)}</Name><#-- R050 -->
        <ID>${fn.whole(list.ebcCode, 17)}</ID><#-- R051 -->
      </Seller>
      <Surety>
        <ID>${fn.whole(list.assureCode, 17)}</ID><#-- R055 -->
      </Surety>
      <UCR>
        <TraderAssignedReferenceID>${fn.whole(list.orderNo, 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
    <PresentationOffice>
      <ID>${list.portCode}</ID><#-- G015 -->
    </PresentationOffice>
  </Declaration>
</md:MetaData>
