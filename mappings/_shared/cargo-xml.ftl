<#-- A consignment of XFZB or XFWB as WCO: IncludedHouseConsignment, or the MasterConsignment of a waybill. Positions: cargo.ftl. -->
<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/cargo.ftl" as cargo>
<#assign fn = fn>

<#-- The text of the first customs note of this identifier about this party. -->
<#function noted notes party identifier>
  <#list notes as note>
    <#if fn.same(note.SubjectCode, party) && fn.same(note.ContentCode, identifier)><#return "${note.Content}"></#if>
  </#list>
  <#return "">
</#function>

<#-- The text of the first customs note of this identifier, whomever it is about. -->
<#function notedAtAll notes identifier>
  <#list notes as note>
    <#if fn.same(note.ContentCode, identifier)><#return "${note.Content}"></#if>
  </#list>
  <#return "">
</#function>

<#-- The trader's number that a note gives, else the party's own: what fits into an..17. -->
<#function partyId of trader>
  <#return fn.fitting([trader, "${of.PrimaryID}", "${of.AdditionalID}", "${of.AccountID}"], 17)>
</#function>

<#function street address>
  <#return fn.joined([address.StreetName, address.PostOfficeBox])>
</#function>

<#macro address of>
        <Address>
          <CityName>${fn.text(of.CityName, 35)}</CityName><#-- 241 -->
          <CountryCode>${of.CountryID}</CountryCode><#-- 242 -->
          <CountrySubDivisionName>${fn.text(fn.first(of.CountrySubDivisionName, of.CountrySubDivisionID), 35)}</CountrySubDivisionName><#-- 243 -->
          <Line>${fn.text(street(of), 70)}</Line><#-- 239 -->
          <PostcodeID>${fn.compact(of.PostcodeCode, 9)}</PostcodeID><#-- 245 -->
        </Address>
</#macro>

<#macro contact of notes party>
  <@cargo.contact person=fn.first(of.DefinedTradeContact.PersonName, of.DefinedTradeContact.DepartmentName, noted(notes, party, "CP"))
      telephone=fn.first(of.DefinedTradeContact.DirectTelephoneCommunication.CompleteNumber, noted(notes, party, "CT"))
      email=of.DefinedTradeContact.URIEmailCommunication.URIID/>
</#macro>

<#macro exporter c>
    <Exporter>
      <Name>${fn.text(c.ConsignorParty.Name, 70)}</Name><#-- R031 -->
      <ID>${partyId(c.ConsignorParty, noted(c.IncludedCustomsNote, "SHP", "T"))}</ID><#-- R032 -->
      <@address of=c.ConsignorParty.PostalStructuredAddress/>
      <@contact of=c.ConsignorParty notes=c.IncludedCustomsNote party="SHP"/>
    </Exporter>
</#macro>

<#macro consignor c>
      <Consignor>
        <Name>${fn.text(c.ConsignorParty.Name, 70)}</Name><#-- R020 -->
        <ID>${partyId(c.ConsignorParty, noted(c.IncludedCustomsNote, "SHP", "T"))}</ID><#-- R021 -->
        <@address of=c.ConsignorParty.PostalStructuredAddress/>
      </Consignor>
</#macro>

<#macro consignee c>
      <Consignee>
        <Name>${fn.text(c.ConsigneeParty.Name, 70)}</Name><#-- R014 -->
        <ID>${partyId(c.ConsigneeParty, noted(c.IncludedCustomsNote, "CNE", "T"))}</ID><#-- R015 -->
        <@address of=c.ConsigneeParty.PostalStructuredAddress/>
      </Consignee>
</#macro>

<#macro importer c>
      <Importer>
        <Name>${fn.text(c.ConsigneeParty.Name, 70)}</Name><#-- R037 -->
        <ID>${partyId(c.ConsigneeParty, noted(c.IncludedCustomsNote, "CNE", "T"))}</ID><#-- R038 -->
        <@address of=c.ConsigneeParty.PostalStructuredAddress/>
        <@contact of=c.ConsigneeParty notes=c.IncludedCustomsNote party="CNE"/>
      </Importer>
</#macro>

<#macro agent c at number="">
    <Agent>
      <Name>${fn.text(c.FreightForwarderParty.Name, 70)}</Name><#-- R003 -->
      <ID>${fn.fitting([noted(c.IncludedCustomsNote, "AGT", "T"), "${c.FreightForwarderParty.PrimaryID}", "${number}", "${c.FreightForwarderParty.AccountID}"], 17)}</ID><#-- R004 -->
      <@address of=at/>
    </Agent>
</#macro>

<#-- Authorised economic operators, as notes name them; the number follows the country. -->
<#macro economicOperators notes>
  <#list notes as note>
    <#if fn.same(note.ContentCode, "E") && (fn.same(note.SubjectCode, "SHP") || fn.same(note.SubjectCode, "CNE"))>
      <AEOMutualRecognitionParty>
        <ID>${fn.whole(note.Content, 17)}</ID><#-- R143 -->
        <RoleCode>${fn.same(note.SubjectCode, "SHP")?then("CZ", "CN")}</RoleCode><#-- R005 -->
      </AEOMutualRecognitionParty>
    </#if>
  </#list>
</#macro>

<#macro documents c>
  <#list c.AssociatedReferenceDocument as document>
    <@cargo.document id=document.ID type=fn.whole(document.TypeCode, 3)/>
  </#list>
  <#list c.IncludedCustomsNote as note>
    <#if fn.same(note.ContentCode, "V")><@cargo.document id=note.Content type="380"/></#if>
    <#if fn.same(note.ContentCode, "P")><@cargo.document id=note.Content type="271"/></#if>
  </#list>
</#macro>

<#-- Airports and flights in their order. -->
<#function route movements>
  <#local legs = []>
  <#list movements as leg>
    <#local legs = legs + [fn.joined([leg.ID, fn.joined([leg.DepartureEvent.OccurrenceDepartureLocation.ID, leg.ArrivalEvent.OccurrenceArrivalLocation.ID], "-"),
        leg.DepartureEvent.ScheduledOccurrenceDateTime, leg.ArrivalEvent.ScheduledOccurrenceDateTime], " ")]>
  </#list>
  <#return fn.joined(legs, "; ")>
</#function>

<#function money of>
  <#return fn.joined(["${of}", "${of['@currencyID']}"], " ")>
</#function>

<#macro instructions code of>
  <#list of as instruction>
      <@wco.statement code=code value=fn.joined([instruction.DescriptionCode, instruction.Description], " ")/>
  </#list>
</#macro>

<#macro notes of>
  <#list of as note>
      <@cargo.note country=note.CountryID party=note.SubjectCode identifier=note.ContentCode text=note.Content/>
  </#list>
</#macro>

<#macro partyStatements role of address>
  <@cargo.partyStatements role=role name=of.Name id=of.PrimaryID lines=[street(address)] city=address.CityName state=address.CountrySubDivisionName
      zip=address.PostcodeCode country=address.CountryID telephone=of.DefinedTradeContact.DirectTelephoneCommunication.CompleteNumber
      email=of.DefinedTradeContact.URIEmailCommunication.URIID/>
</#macro>

<#macro statements c>
      <@wco.statement code="ROUTE" value=route(c.SpecifiedLogisticsTransportMovement)/>
      <@wco.statement code="DESTINATION-PLACE" value=c.FinalDestinationLocation.ID/>
      <@wco.statement code="SLAC" value=c.PackageQuantity/>
  <#if fn.same(c.NilCustomsValueIndicator, "true") || fn.same(c.NilCustomsValueIndicator, "1")>
      <@wco.statement code="NCV" value="no customs value declared"/>
  </#if>
      <@wco.statement code="CARRIAGE-VALUE" value=money(c.DeclaredValueForCarriageAmount)/>
      <@wco.statement code="INSURED-VALUE" value=money(c.InsuranceValueAmount)/>
  <@instructions code="SPH" of=c.HandlingSPHInstructions/>
  <@instructions code="SSR" of=c.HandlingSSRInstructions/>
  <@instructions code="OSI" of=c.HandlingOSIInstructions/>
      <@wco.statement code="GOODS-STATUS" value=c.AssociatedConsignmentCustomsProcedure.GoodsStatusCode/>
  <#list c.AssociatedReferenceDocument as document>
    <#if document.Name><@wco.statement code="DOCUMENT-NAME" value="${document.ID}: ${document.Name}"/></#if>
  </#list>
  <@notes of=c.IncludedCustomsNote/>
  <@partyStatements role="CONSIGNOR" of=c.ConsignorParty address=c.ConsignorParty.PostalStructuredAddress/>
  <@partyStatements role="CONSIGNEE" of=c.ConsigneeParty address=c.ConsigneeParty.PostalStructuredAddress/>
  <#list c.AssociatedParty as party>
      <@wco.statement code="NOTIFY-WHOLE" value=fn.joined([party.RoleCode, party.Role, party.Name, street(party.PostalStructuredAddress), party.PostalStructuredAddress.CityName,
          party.PostalStructuredAddress.CountrySubDivisionName, party.PostalStructuredAddress.PostcodeCode, party.PostalStructuredAddress.CountryID,
          party.DefinedTradeContact.PersonName, party.DefinedTradeContact.DirectTelephoneCommunication.CompleteNumber])/>
  </#list>
</#macro>

<#-- One line of the waybill. value: the customs value of the whole, where this is its only line. -->
<#macro goodsItem of sequence value="" currency="">
      <GovernmentAgencyGoodsItem>
        <CustomsValueAmount currencyID="${currency}">${value}</CustomsValueAmount><#-- 108 -->
        <SequenceNumeric>${sequence}</SequenceNumeric><#-- 006 [none]: the place of the line -->
        <Commodity>
          <Description>${fn.text(of.NatureIdentificationTransportCargo.Identification, 512)}</Description><#-- 137 -->
          <#list of.TypeCode as hs>
            <@wco.classification hs=fn.without(hs, " .-")/>
          </#list>
          <GoodsMeasure>
            <GrossMassMeasure unitCode="${of.GrossWeightMeasure['@unitCode']}">${fn.decimals(of.GrossWeightMeasure, 6)}</GrossMassMeasure><#-- 126 -->
          </GoodsMeasure>
          <#list of.AssociatedUnitLoadTransportEquipment as uld>
          <TransportEquipment>
            <SequenceNumeric>${uld?counter}</SequenceNumeric><#-- 006 [none]: the place of the unit load device -->
            <ID>${fn.whole(fn.joined([uld.CharacteristicCode, uld.ID, uld.OperatingParty.PrimaryID], ""), 17)}</ID><#-- 159 -->
          </TransportEquipment>
          </#list>
        </Commodity>
        <Origin>
          <CountryCode>${of.OriginCountry.ID}</CountryCode><#-- 063 -->
        </Origin>
        <#if of.PieceQuantity>
        <Packaging>
          <SequenceNumeric>1</SequenceNumeric><#-- 006 [none]: one line of packages -->
          <QuantityQuantity>${fn.decimals(of.PieceQuantity, 0)}</QuantityQuantity><#-- 144 -->
        </Packaging>
        </#if>
      </GovernmentAgencyGoodsItem>
</#macro>
