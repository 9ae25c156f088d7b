<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/cargo.ftl" as cargo>
<#import "/_shared/cargo-xml.ftl" as xml>
<#assign master = item.MasterConsignment>
<#assign place = 0>
<#assign only = master.ApplicableRating?size == 1 && master.ApplicableRating.IncludedMasterConsignmentItem?size == 1>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>XFWB</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${fn.date102(fn.first(item.BusinessHeaderDocument.SignatoryCarrierAuthentication.ActualDateTime, item.MessageHeaderDocument.IssueDateTime))}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${cargo.functionCode(input)}</FunctionCode><#-- 017 [none]: original, amendment or withdrawal, an input -->
    <FunctionalReferenceID>${item.BusinessHeaderDocument.ID}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>${cargo.typeCode(input)}</TypeCode><#-- D013 [none]: cargo report inward, or its withdrawal -->
    <InvoiceAmount currencyID="${master.DeclaredValueForCustomsAmount['@currencyID']}">${fn.decimals(master.DeclaredValueForCustomsAmount, 3)}</InvoiceAmount><#-- 109 -->
    <TotalGrossMassMeasure unitCode="${master.IncludedTareGrossWeightMeasure['@unitCode']}">${fn.decimals(master.IncludedTareGrossWeightMeasure, 6)}</TotalGrossMassMeasure><#-- 131 -->
    <TotalPackageQuantity>${fn.decimals(master.TotalPieceQuantity, 0)}</TotalPackageQuantity><#-- 146 -->
    <Submitter>
      <ID>${fn.fitting(item.MessageHeaderDocument.SenderParty.PrimaryID, 17)}</ID><#-- R059 -->
    </Submitter>
    <@cargo.waybills master=item.BusinessHeaderDocument.ID masterType=fn.whole(item.MessageHeaderDocument.TypeCode, 3) house=""/>
    <@xml.documents c=master/>
  <#list item.BusinessHeaderDocument.IncludedHeaderNote as note>
      <@wco.statement code="HEADER-NOTE" value=fn.joined([note.ContentCode, note.Content], " ")/>
  </#list>
    <@xml.statements c=master/>
    <@wco.gateway input=input warnings=warnings/>
    <@xml.agent c=master at=master.FreightForwarderParty.FreightForwarderAddress number=master.FreightForwarderParty.CargoAgentID/>
    <@cargo.flight id=master.SpecifiedLogisticsTransportMovement.ID carrier=master.SpecifiedLogisticsTransportMovement.UsedLogisticsTransportMeans.Name/>
    <@xml.exporter c=master/>
    <GoodsShipment>
      <@xml.economicOperators notes=master.IncludedCustomsNote/>
      <@xml.consignee c=master/>
      <Consignment>
        <LoadingLocation>
          <Name>${master.OriginLocation.Name}</Name><#-- L009 -->
          <ID>${fn.whole(master.OriginLocation.ID, 17)}</ID><#-- L010 -->
        </LoadingLocation>
      </Consignment>
      <@xml.consignor c=master/>
      <Destination>
        <CountryCode>${master.ConsigneeParty.PostalStructuredAddress.CountryID}</CountryCode><#-- 465 -->
      </Destination>
      <ExportCountry>
        <ID>${master.ConsignorParty.PostalStructuredAddress.CountryID}</ID><#-- 062 -->
      </ExportCountry>
      <#list master.ApplicableRating as rating>
        <#list rating.IncludedMasterConsignmentItem as line>
          <#assign place = place + 1>
          <@xml.goodsItem of=line sequence=place value=only?then(fn.decimals(master.DeclaredValueForCustomsAmount, 3), "") currency=master.DeclaredValueForCustomsAmount['@currencyID']/>
        </#list>
      </#list>
      <@xml.importer c=master/>
      <@wco.replaced input=input type="785"/>
      <UCR>
        <ID>${fn.whole(xml.notedAtAll(master.IncludedCustomsNote, "U"), 35)}</ID><#-- 016 -->
        <TraderAssignedReferenceID>${fn.whole(item.BusinessHeaderDocument.ID, 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
