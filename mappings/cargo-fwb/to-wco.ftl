<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/cargo.ftl" as cargo>
<#import "/_shared/cargo-imp.ftl" as imp>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>FWB</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${item.ISU.Date.Year?has_content?then("20", "")}${item.ISU.Date.Year}${code("month", item.ISU.Date.Month)}${item.ISU.Date.Day}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${cargo.functionCode(input)}</FunctionCode><#-- 017 [none]: original or amendment, an input -->
    <FunctionalReferenceID>${item.AWB.AWBNumber}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>${cargo.typeCode(input)}</TypeCode><#-- D013 [none]: cargo report inward, or its withdrawal -->
    <InvoiceAmount currencyID="${item.CVD.ISOCurrencyCode}">${imp.amount(item.CVD.DeclaredValueForCustoms)}</InvoiceAmount><#-- 109 -->
    <TotalGrossMassMeasure unitCode="${imp.unit(item.AWB.WeightCode)}">${fn.decimals(item.AWB.Weight, 6)}</TotalGrossMassMeasure><#-- 131 -->
    <TotalPackageQuantity>${fn.decimals(item.AWB.NumberOfPieces, 0)}</TotalPackageQuantity><#-- 146 -->
    <Submitter>
      <ID>${fn.first(envelope.TypeB.Sender, item.REF.SenderOfficeMessageAddress)}</ID><#-- R059 -->
    </Submitter>
    <@cargo.waybills master=item.AWB.AWBNumber masterType=consolidated(item)?then("741", "740") house=""/>
    <@imp.documents notes=item.OCI/>
      <@wco.statement code="ROUTE" value=route(item)/>
      <@wco.statement code="DESTINATION-PLACE" value=item.AWB.Destination/>
  <#list item.RTD.NS as line>
      <@wco.statement code="SLAC" value=line.SLAC/>
  </#list>
  <#list item.SPH.SpecialHandlingCode as handling>
      <@wco.statement code="SPH" value=handling/>
  </#list>
  <#list item.SSR as line>
      <@wco.statement code="SSR" value=line.SpecialServiceRequest/>
  </#list>
  <#list item.OSI as line>
      <@wco.statement code="OSI" value=line.OtherServiceInformation/>
  </#list>
      <@wco.statement code="GOODS-STATUS" value=item.COR.CustomsOriginCode/>
      <@wco.statement code="NOTIFY-WHOLE" value=fn.joined([imp.name(item.NFY), imp.street(item.NFY), item.NFY.LOC.Place, item.NFY.LOC.StateProvince, item.NFY.LOC.PostCode, item.NFY.LOC.ISOCountryCode, item.NFY.LOC.Contact.ContactIdentifier, item.NFY.LOC.Contact.ContactNumber])/>
    <@imp.statements of=item shipperAccount=item.SHP.AccountNumber consigneeAccount=item.CNE.AccountNumber/>
    <@wco.gateway input=input warnings=warnings/>
    <Agent>
      <Name>${fn.text(item.AGT.Name, 70)}</Name><#-- R003 -->
      <ID>${fn.fitting([imp.noted(item.OCI, "AGT", "T"), "${item.AGT.IATACargoAgentNumericCode}", "${item.AGT.AccountNumber}"], 17)}</ID><#-- R004 -->
      <Address>
        <CityName>${item.AGT.Place}</CityName><#-- 241 -->
      </Address>
    </Agent>
    <@cargo.flight id=flight(item) carrier=fn.first(item.FLT.Flight.CarrierCode, item.RTG.First.CarrierCode)/>
    <@imp.exporter of=item account=item.SHP.AccountNumber/>
    <GoodsShipment>
      <@imp.economicOperators notes=item.OCI/>
      <@imp.consignee of=item account=item.CNE.AccountNumber/>
      <Consignment>
        <LoadingLocation>
          <ID>${item.AWB.Origin}</ID><#-- L010 -->
        </LoadingLocation>
      </Consignment>
      <@imp.consignor of=item account=item.SHP.AccountNumber/>
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
          <#list item.RTD.NH as line>
            <@wco.classification hs=line.HarmonisedCommodityCode/>
          </#list>
          <GoodsMeasure>
            <GrossMassMeasure unitCode="${imp.unit(item.AWB.WeightCode)}">${fn.decimals(item.AWB.Weight, 6)}</GrossMassMeasure><#-- 126 -->
          </GoodsMeasure>
          <#list item.RTD.NU as uld>
          <TransportEquipment>
            <SequenceNumeric>${uld?counter}</SequenceNumeric><#-- 006 [none]: the place of the unit load device -->
            <ID>${uld.ULDNumber}</ID><#-- 159 -->
          </TransportEquipment>
          </#list>
        </Commodity>
        <Origin>
          <CountryCode>${(item.RTD.NO?size == 1)?then(item.RTD.NO.ISOCountryCode, "")}</CountryCode><#-- 063 -->
        </Origin>
        <Packaging>
          <SequenceNumeric>1</SequenceNumeric><#-- 006 [none]: one line of packages -->
          <QuantityQuantity>${fn.decimals(item.AWB.NumberOfPieces, 0)}</QuantityQuantity><#-- 144 -->
        </Packaging>
      </GovernmentAgencyGoodsItem>
      <@imp.importer of=item account=item.CNE.AccountNumber/>
      <@wco.replaced input=input type="785"/>
      <UCR>
        <ID>${imp.notedAtAll(item.OCI, "U")}</ID><#-- 016 -->
        <TraderAssignedReferenceID>${item.AWB.AWBNumber}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>

<#-- A waybill whose goods are a consolidation (NC) has houses. -->
<#function consolidated item>
  <#list item.RTD.NG as line>
    <#if fn.same(line.GoodsDataIdentifier, "NC")><#return true></#if>
  </#list>
  <#return false>
</#function>

<#function description item>
  <#local all = []>
  <#list item.RTD.NG as line>
    <#local all = all + ["${line.NatureAndQuantityOfGoods}"]>
  </#list>
  <#return fn.joined(all, " ")>
</#function>

<#function flight item>
  <#return fn.joined([item.FLT.Flight.CarrierCode, item.FLT.Flight.FlightNumber], "")>
</#function>

<#-- Airports in their order with who flies there, then the flights. -->
<#function route item>
  <#local legs = ["${item.AWB.Origin}", fn.joined([item.RTG.First.AirportCityCode, item.RTG.First.CarrierCode], " ")]>
  <#list item.RTG.Onward as leg>
    <#local legs = legs + [fn.joined([leg.AirportCityCode, leg.CarrierCode], " ")]>
  </#list>
  <#list item.FLT.Flight as flight>
    <#local legs = legs + ["${flight.CarrierCode}${flight.FlightNumber} on the ${flight.Day}"]>
  </#list>
  <#return fn.joined(legs, "; ")>
</#function>
