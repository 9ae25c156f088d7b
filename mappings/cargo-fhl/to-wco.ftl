<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/cargo.ftl" as cargo>
<#import "/_shared/cargo-imp.ftl" as imp>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>FHL</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${fn.date102(input.receivedAt)}</ds:DateTimeString></AcceptanceDateTime><#-- 023 [none]: a house list bears no date, so the day of its receipt -->
    <FunctionCode>${cargo.functionCode(input)}</FunctionCode><#-- 017 [none]: original or amendment, an input -->
    <FunctionalReferenceID>${item.HWBSerialNumber}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>${cargo.typeCode(input)}</TypeCode><#-- D013 [none]: cargo report inward, or its withdrawal -->
    <InvoiceAmount currencyID="${item.CVD.ISOCurrencyCode}">${imp.amount(item.CVD.DeclaredValueForCustoms)}</InvoiceAmount><#-- 109 -->
    <TotalGrossMassMeasure unitCode="${imp.unit(item.WeightCode)}">${fn.decimals(item.Weight, 6)}</TotalGrossMassMeasure><#-- 131 -->
    <TotalPackageQuantity>${fn.decimals(item.NumberOfPieces, 0)}</TotalPackageQuantity><#-- 146 -->
    <Submitter>
      <ID>${envelope.TypeB.Sender}</ID><#-- R059 -->
    </Submitter>
    <@cargo.waybills master=envelope.MBI.AWBNumber masterType="741" house=item.HWBSerialNumber/>
    <@imp.documents notes=item.OCI/>
      <@wco.statement code="SUMMARY" value=item.ManifestDescriptionOfGoods/>
      <@wco.statement code="ROUTE" value=fn.joined([item.Origin, item.Destination], "-")/>
      <@wco.statement code="DESTINATION-PLACE" value=item.Destination/>
      <@wco.statement code="SLAC" value=item.SLAC/>
  <#list item.SpecialHandlingCode as handling>
      <@wco.statement code="SPH" value=handling/>
  </#list>
    <@imp.statements of=item/>
    <@wco.gateway input=input warnings=warnings/>
    <@imp.exporter of=item/>
    <GoodsShipment>
      <@imp.economicOperators notes=item.OCI/>
      <@imp.consignee of=item/>
      <Consignment>
        <LoadingLocation>
          <ID>${item.Origin}</ID><#-- L010 -->
        </LoadingLocation>
      </Consignment>
      <@imp.consignor of=item/>
      <Destination>
        <CountryCode>${item.CNE.LOC.ISOCountryCode}</CountryCode><#-- 465 -->
      </Destination>
      <ExportCountry>
        <ID>${item.SHP.LOC.ISOCountryCode}</ID><#-- 062 -->
      </ExportCountry>
      <#-- One goods item: the message does not say which weight or value belongs to which tariff number. -->
      <GovernmentAgencyGoodsItem>
        <CustomsValueAmount currencyID="${item.CVD.ISOCurrencyCode}">${imp.amount(item.CVD.DeclaredValueForCustoms)}</CustomsValueAmount><#-- 108 -->
        <SequenceNumeric>1</SequenceNumeric><#-- 006 [none]: the waybill as one line -->
        <Commodity>
          <Description>${fn.text(description(item), 512)}</Description><#-- 137 -->
          <#list item.HTS as line>
            <@wco.classification hs=line.HarmonisedCommodityCode/>
          </#list>
          <GoodsMeasure>
            <GrossMassMeasure unitCode="${imp.unit(item.WeightCode)}">${fn.decimals(item.Weight, 6)}</GrossMassMeasure><#-- 126 -->
          </GoodsMeasure>
        </Commodity>
        <Packaging>
          <SequenceNumeric>1</SequenceNumeric><#-- 006 [none]: one line of packages -->
          <QuantityQuantity>${fn.decimals(item.NumberOfPieces, 0)}</QuantityQuantity><#-- 144 -->
        </Packaging>
      </GovernmentAgencyGoodsItem>
      <@imp.importer of=item/>
      <@wco.replaced input=input type="785"/>
      <UCR>
        <ID>${imp.notedAtAll(item.OCI, "U")}</ID><#-- 016 -->
        <TraderAssignedReferenceID>${item.HWBSerialNumber}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>

<#-- The long description where there is one; the short one is a statement then. -->
<#function description item>
  <#local all = []>
  <#list item.TXT as line>
    <#local all = all + ["${line.FreeText}"]>
  </#list>
  <#return fn.first(fn.joined(all, " "), item.ManifestDescriptionOfGoods)>
</#function>
