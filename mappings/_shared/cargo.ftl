<#--
  Air waybills and house manifests as WCO: what Cargo-XML (XFZB, XFWB, XFHL) and Cargo-IMP (FHL, FWB) have in common. The schema of the
  declaration has no TransportContractDocument (30B), no unloading place and no notify party, so this is where they go:

  what                       | WCO position                                                              | ids
  house waybill              | Declaration/AdditionalDocument: category N, type 703                      | D031, D005, D006
  master waybill             | the same, type 741; 740 where the waybill has no houses (direct)          | D031, D005, D006
  own number of the item     | Declaration/FunctionalReferenceID and GoodsShipment/UCR/TraderAssignedReferenceID: the house where there is one, else the master | D026, 009
  UCR (note U)               | GoodsShipment/UCR/ID                                                      | 016
  kind of declaration        | Declaration/TypeCode: CRI cargo report inward; INV when the item is withdrawn | D013
  function                   | Declaration/FunctionCode: 9; an amendment and a withdrawal are 13 with PreviousDocument type 785 | 017, D018, D019
  day of the waybill         | Declaration/AcceptanceDateTime: the carrier's signature, else the day of the message | 023
  sender of the message      | Declaration/Submitter/ID, the first address of at most 17 characters      | R059
  shipper                    | GoodsShipment/Consignor; Declaration/Exporter the same with contact and communication | R020, R021, R031, R032
  consignee                  | GoodsShipment/Consignee; GoodsShipment/Importer the same with contact and communication | R014, R015, R037, R038
  forwarder, agent           | Declaration/Agent                                                         | R003, R004
  notify party               | statement NOTIFY-WHOLE                                                    | 226, 225
  party's trader id (note T) | ID of the party, at most 17 characters                                    | R021, R032, R015, R038, R004
  contact (notes CP, CT)     | Contact/Name and Communication of Exporter or Importer, where the party's own contact says none | 246, 240
  AEO (note E)               | GoodsShipment/AEOMutualRecognitionParty, role CZ or CN (UN/EDIFACT 3035)  | R143, R005
  every note (OCI)           | besides: statement OCI-<party>-<identifier>, as country/party/identifier/text | 226, 225
  invoice, packing list      | Declaration/AdditionalDocument type 380, 271 (notes V, P)                 | D005, D006
  flight                     | BorderTransportMeans: ID of the first flight, type 40, mode 4             | T006, T018, T022
  carrier                    | Declaration/Consignment/Carrier/ID                                        | R012
  airport of departure       | GoodsShipment/Consignment/LoadingLocation/ID (IATA code); route in the statement ROUTE | L010
  airport of destination     | statement DESTINATION-PLACE (IATA code)                                   | 226, 225
  countries                  | ExportCountry/ID the shipper's, Destination/CountryCode the consignee's   | 062, 465
  pieces, gross weight       | TotalPackageQuantity, TotalGrossMassMeasure (KGM or LBR as sent); SLAC in the statement SLAC | 146, 131
  customs value              | InvoiceAmount; CustomsValueAmount where there is one goods item; none declared: statement NCV | 109, 108
  description, HS            | GovernmentAgencyGoodsItem/Commodity/Description and Classification; the text of the whole in the statement SUMMARY | 137, 145
  special handling           | statements SPH, SSR, OSI                                                  | 226, 225

  In replies, item.facts.referral is the referral that was open before a status (REFERRED_RFI, REFERRED_RFS, DO_NOT_LOAD), of this version
  of the item or of the one that it amends: so "hold removed" can say which hold (PSN 7I, 8I, 6I).
-->
<#import "/_shared/wco.ftl" as wco>
<#assign fn = fn>

<#-- Declaration/FunctionCode: what amends and what withdraws is a further message (13) about an earlier one. -->
<#function functionCode input>
  <#return fn.same(input.functionCode, "9")?then("9", "13")>
</#function>

<#function typeCode input>
  <#return fn.same(input.functionCode, "1")?then("INV", "CRI")>
</#function>

<#-- A document that the goods travel with. -->
<#macro document id type category="">
  <#if id?has_content>
      <AdditionalDocument>
        <CategoryCode>${category}</CategoryCode><#-- D031 -->
        <ID>${fn.text(id, 70)}</ID><#-- D005 -->
        <TypeCode>${type}</TypeCode><#-- D006 -->
      </AdditionalDocument>
  </#if>
</#macro>

<#macro waybills master masterType house>
  <@document id=house type="703" category="N"/>
  <@document id=master type=masterType category="N"/>
</#macro>

<#macro flight id carrier>
    <BorderTransportMeans>
      <ID>${fn.whole(id, 35)}</ID><#-- T006 -->
      <IdentificationTypeCode>${id?has_content?then("40", "")}</IdentificationTypeCode><#-- T018 -->
      <ModeCode>4</ModeCode><#-- T022 [none]: air (UN/ECE Recommendation 19) -->
    </BorderTransportMeans>
    <Consignment>
      <Carrier>
        <ID>${fn.whole(carrier, 17)}</ID><#-- R012 -->
      </Carrier>
    </Consignment>
</#macro>

<#-- Contact and communication of a party: its own, or what a note says. -->
<#macro contact person telephone email>
  <#local called = fn.whole(telephone, 50)>
  <#local mailed = called?has_content?then("", fn.whole(email, 50))>
        <Contact>
          <Name>${fn.text(person, 70)}</Name><#-- 246 -->
        </Contact>
        <Communication>
          <ID>${called}${mailed}</ID><#-- 240 -->
          <TypeCode>${called?has_content?then("TE", mailed?has_content?then("EM", ""))}</TypeCode><#-- 253 -->
        </Communication>
</#macro>

<#-- What of a party its class has no room for. -->
<#macro partyStatements role name id lines city state zip country telephone="" email="">
  <#if fn.longer(name, 70, fn.joined(lines), 70, city, 35, state, 35, zip, 9)>
      <@wco.statement code=role + "-WHOLE" value=fn.joined([name, fn.joined(lines), city, state, zip, country])/>
  </#if>
      <@wco.statement code=role + "-REF" value=fn.excess(id, 17)/>
  <#if telephone?has_content>
      <@wco.statement code=role + "-EM" value=email/>
  </#if>
</#macro>

<#-- A note (OCI, IncludedCustomsNote), as Cargo-IMP writes it: country/party/identifier/text. -->
<#macro note country party identifier text>
      <@wco.statement code=fn.joined(["OCI", fn.start(party, 3), fn.start(identifier, 3)], "-") value=fn.joined([country, party, identifier, text], "/")/>
</#macro>
