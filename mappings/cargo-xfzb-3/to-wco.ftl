<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/cargo.ftl" as cargo>
<#import "/_shared/cargo-xml.ftl" as xml>
<#assign master = item.MasterConsignment>
<#assign house = item.MasterConsignment.IncludedHouseConsignment>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>XFZB</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${fn.date102(fn.first(item.BusinessHeaderDocument.SignatoryCarrierAuthentication.ActualDateTime, item.MessageHeaderDocument.IssueDateTime))}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${cargo.functionCode(input)}</FunctionCode><#-- 017 [none]: original, amendment or withdrawal, an input -->
    <FunctionalReferenceID>${item.BusinessHeaderDocument.ID}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>${cargo.typeCode(input)}</TypeCode><#-- D013 [none]: cargo report inward, or its withdrawal -->
    <InvoiceAmount currencyID="${house.DeclaredValueForCustomsAmount['@currencyID']}">${fn.decimals(house.DeclaredValueForCustomsAmount, 3)}</InvoiceAmount><#-- 109 -->
    <TotalGrossMassMeasure unitCode="${house.IncludedTareGrossWeightMeasure['@unitCode']}">${fn.decimals(house.IncludedTareGrossWeightMeasure, 6)}</TotalGrossMassMeasure><#-- 131 -->
    <TotalPackageQuantity>${fn.decimals(house.TotalPieceQuantity, 0)}</TotalPackageQuantity><#-- 146 -->
    <Submitter>
      <ID>${fn.fitting(item.MessageHeaderDocument.SenderParty.PrimaryID, 17)}</ID><#-- R059 -->
    </Submitter>
    <@cargo.waybills master=master.TransportContractDocument.ID masterType="741" house=item.BusinessHeaderDocument.ID/>
    <@xml.documents c=house/>
      <@wco.statement code="SUMMARY" value=house.SummaryDescription/>
  <#list item.BusinessHeaderDocument.IncludedHeaderNote as note>
      <@wco.statement code="HEADER-NOTE" value=fn.joined([note.ContentCode, note.Content], " ")/>
  </#list>
    <@xml.statements c=house/>
    <@wco.gateway input=input warnings=warnings/>
    <@xml.agent c=house at=house.FreightForwarderParty.PostalStructuredAddress/>
    <@cargo.flight id=house.SpecifiedLogisticsTransportMovement.ID carrier=house.SpecifiedLogisticsTransportMovement.UsedLogisticsTransportMeans.Name/>
    <@xml.exporter c=house/>
    <GoodsShipment>
      <@xml.economicOperators notes=house.IncludedCustomsNote/>
      <@xml.consignee c=house/>
      <Consignment>
        <LoadingLocation>
          <Name>${house.OriginLocation.Name}</Name><#-- L009 -->
          <ID>${fn.whole(house.OriginLocation.ID, 17)}</ID><#-- L010 -->
        </LoadingLocation>
      </Consignment>
      <@xml.consignor c=house/>
      <Destination>
        <CountryCode>${house.ConsigneeParty.PostalStructuredAddress.CountryID}</CountryCode><#-- 465 -->
      </Destination>
      <ExportCountry>
        <ID>${house.ConsignorParty.PostalStructuredAddress.CountryID}</ID><#-- 062 -->
      </ExportCountry>
      <#list house.IncludedHouseConsignmentItem as line>
        <@xml.goodsItem of=line sequence=line?counter value=(house.IncludedHouseConsignmentItem?size == 1)?then(fn.decimals(house.DeclaredValueForCustomsAmount, 3), "")
            currency=house.DeclaredValueForCustomsAmount['@currencyID']/>
      </#list>
      <#if house.IncludedHouseConsignmentItem?size == 0>
      <GovernmentAgencyGoodsItem>
        <CustomsValueAmount currencyID="${house.DeclaredValueForCustomsAmount['@currencyID']}">${fn.decimals(house.DeclaredValueForCustomsAmount, 3)}</CustomsValueAmount><#-- 108 -->
        <SequenceNumeric>1</SequenceNumeric><#-- 006 [none]: the house as one line -->
        <Commodity>
          <Description>${fn.text(house.SummaryDescription, 512)}</Description><#-- 137 -->
          <GoodsMeasure>
            <GrossMassMeasure unitCode="${house.IncludedTareGrossWeightMeasure['@unitCode']}">${fn.decimals(house.IncludedTareGrossWeightMeasure, 6)}</GrossMassMeasure><#-- 126 -->
          </GoodsMeasure>
        </Commodity>
        <Packaging>
          <SequenceNumeric>1</SequenceNumeric><#-- 006 [none]: one line of packages -->
          <QuantityQuantity>${fn.decimals(house.TotalPieceQuantity, 0)}</QuantityQuantity><#-- 144 -->
        </Packaging>
      </GovernmentAgencyGoodsItem>
      </#if>
      <@xml.importer c=house/>
      <@wco.replaced input=input type="785"/>
      <UCR>
        <ID>${fn.whole(xml.notedAtAll(house.IncludedCustomsNote, "U"), 35)}</ID><#-- 016 -->
        <TraderAssignedReferenceID>${fn.whole(item.BusinessHeaderDocument.ID, 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
