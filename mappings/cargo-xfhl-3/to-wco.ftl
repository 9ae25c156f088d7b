<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/cargo.ftl" as cargo>
<#assign master = item.MasterConsignment>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>XFHL</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${fn.date102(item.MessageHeaderDocument.IssueDateTime)}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${cargo.functionCode(input)}</FunctionCode><#-- 017 [none]: original, amendment or withdrawal, an input -->
    <FunctionalReferenceID>${master.TransportContractDocument.ID}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>${cargo.typeCode(input)}</TypeCode><#-- D013 [none]: cargo report inward, or its withdrawal -->
    <GoodsItemQuantity>${master.IncludedHouseConsignment?size}</GoodsItemQuantity><#-- 228 -->
    <TotalGrossMassMeasure unitCode="${master.IncludedTareGrossWeightMeasure['@unitCode']}">${fn.decimals(master.IncludedTareGrossWeightMeasure, 6)}</TotalGrossMassMeasure><#-- 131 -->
    <TotalPackageQuantity>${fn.decimals(master.TotalPieceQuantity, 0)}</TotalPackageQuantity><#-- 146 -->
    <Submitter>
      <ID>${fn.fitting(item.MessageHeaderDocument.SenderParty.PrimaryID, 17)}</ID><#-- R059 -->
    </Submitter>
    <@cargo.waybills master=master.TransportContractDocument.ID masterType="741" house=""/>
    <@cargo.document id=item.BusinessHeaderDocument.ID type="785" category="N"/>
      <@wco.statement code="SLAC" value=master.PackageQuantity/>
      <@wco.statement code="DESTINATION-PLACE" value=master.FinalDestinationLocation.ID/>
  <#list master.IncludedCustomsNote as note>
      <@cargo.note country=note.CountryID party=note.SubjectCode identifier=note.ContentCode text=note.Content/>
  </#list>
    <@wco.gateway input=input warnings=warnings/>
    <BorderTransportMeans>
      <ModeCode>4</ModeCode><#-- T022 [none]: air (UN/ECE Recommendation 19) -->
    </BorderTransportMeans>
    <GoodsShipment>
      <Consignment>
        <LoadingLocation>
          <Name>${master.OriginLocation.Name}</Name><#-- L009 -->
          <ID>${fn.whole(master.OriginLocation.ID, 17)}</ID><#-- L010 -->
        </LoadingLocation>
      </Consignment>
      <#list master.IncludedHouseConsignment as house>
      <GovernmentAgencyGoodsItem>
        <SequenceNumeric>${house?counter}</SequenceNumeric><#-- 006 [none]: the place of the house in the manifest -->
        <AdditionalDocument>
          <CategoryCode>N</CategoryCode><#-- D031 -->
          <ID>${fn.text(house.TransportContractDocument.ID, 70)}</ID><#-- D005 -->
          <TypeCode>703</TypeCode><#-- D006 -->
        </AdditionalDocument>
        <#list house.AssociatedReferenceDocument as document>
        <AdditionalDocument>
          <ID>${fn.text(document.ID, 70)}</ID><#-- D005 -->
          <Name>${fn.text(document.Name, 35)}</Name><#-- D028 -->
          <TypeCode>${fn.whole(document.TypeCode, 3)}</TypeCode><#-- D006 -->
        </AdditionalDocument>
        </#list>
        <@wco.statement code="SLAC" value=house.PackageQuantity/>
        <@wco.statement code="ROUTE" value=fn.joined([house.OriginLocation.ID, house.FinalDestinationLocation.ID], "-")/>
        <#list house.HandlingSPHInstructions as instruction>
        <@wco.statement code="SPH" value=fn.joined([instruction.DescriptionCode, instruction.Description], " ")/>
        </#list>
        <#list house.HandlingSSRInstructions as instruction>
        <@wco.statement code="SSR" value=fn.joined([instruction.DescriptionCode, instruction.Description], " ")/>
        </#list>
        <#list house.HandlingOSIInstructions as instruction>
        <@wco.statement code="OSI" value=fn.joined([instruction.DescriptionCode, instruction.Description], " ")/>
        </#list>
        <#list house.IncludedCustomsNote as note>
        <@cargo.note country=note.CountryID party=note.SubjectCode identifier=note.ContentCode text=note.Content/>
        </#list>
        <Commodity>
          <Description>${fn.text(house.SummaryDescription, 512)}</Description><#-- 137 -->
          <GoodsMeasure>
            <GrossMassMeasure unitCode="${house.GrossWeightMeasure['@unitCode']}">${fn.decimals(house.GrossWeightMeasure, 6)}</GrossMassMeasure><#-- 126 -->
          </GoodsMeasure>
        </Commodity>
        <Packaging>
          <SequenceNumeric>1</SequenceNumeric><#-- 006 [none]: one line of packages -->
          <QuantityQuantity>${fn.decimals(house.TotalPieceQuantity, 0)}</QuantityQuantity><#-- 144 -->
        </Packaging>
      </GovernmentAgencyGoodsItem>
      </#list>
      <@wco.replaced input=input type="785"/>
      <UCR>
        <TraderAssignedReferenceID>${fn.whole(master.TransportContractDocument.ID, 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
