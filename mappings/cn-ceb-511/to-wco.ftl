<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/ceb.ftl" as ceb>
<#assign parcel = item.LogisticsHead>
<#assign currency = code("ceb-currency", parcel.currency)>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>CEB511</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${fn.start(parcel.appTime, 8)}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${ceb.functionCode(input)}</FunctionCode><#-- 017 [none]: original, amendment or withdrawal, an input -->
    <FunctionalReferenceID>${fn.whole(parcel.logisticsNo, 35)}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>${ceb.typeCode(input)}</TypeCode><#-- D013 [none]: import, lodged before the goods are there, or its withdrawal -->
    <TotalGrossMassMeasure unitCode="KGM">${parcel.weight}</TotalGrossMassMeasure><#-- 131 -->
    <TotalPackageQuantity>${parcel.packNo}</TotalPackageQuantity><#-- 146 -->
    <@ceb.document id=parcel.orderNo type="220"/>
    <@ceb.document id=parcel.logisticsNo type="703"/>
    <@ceb.document id=parcel.billNo type="704"/>
    <@wco.statement code="CARRIER" value="${parcel.logisticsCode} ${parcel.logisticsName}"/>
    <#if parcel.insuredFee><@wco.statement code="INSURANCE" value="${parcel.insuredFee} ${currency}"/></#if>
    <#if parcel.goodsInfo><@wco.statement code="GOODS" value=parcel.goodsInfo/></#if>
    <#if fn.longer(parcel.consignee, 70, parcel.consigneeAddress, 70)><@wco.statement code="CONSIGNEE-WHOLE" value=fn.joined([parcel.consignee, parcel.consigneeAddress])/></#if>
    <#if parcel.note><@wco.statement code="COMMENT" value=parcel.note/></#if>
    <@wco.gateway input=input warnings=warnings/>
    <GoodsShipment>
      <Consignee>
        <Name>${fn.text(parcel.consignee, 70)}</Name><#-- R014 -->
        <@ceb.address line=parcel.consigneeAddress/>
      </Consignee>
      <CustomsValuation>
        <FreightChargeAmount currencyID="${currency}">${currency?has_content?then(fn.decimals(parcel.freight, 3), "")}</FreightChargeAmount><#-- 117 -->
      </CustomsValuation>
      <Destination>
        <CountryCode>CN</CountryCode><#-- 465 [none]: these messages are of imports to China -->
      </Destination>
      <Importer>
        <Name>${fn.text(parcel.consignee, 70)}</Name><#-- R037 -->
        <@ceb.telephone number=parcel.consigneeTelephone/>
      </Importer>
      <@wco.replaced input=input/>
      <UCR>
        <TraderAssignedReferenceID>${fn.whole(fn.first(parcel.orderNo, parcel.logisticsNo), 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
