<#-- A house of FHL or a waybill of FWB as WCO: the lines that both have. Positions: cargo.ftl. -->
<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/cargo.ftl" as cargo>
<#assign fn = fn>

<#-- K kilograms, L pounds, in the units of UN/ECE Recommendation 20. -->
<#function unit code>
  <#return fn.same(code, "L")?then("LBR", code?has_content?then("KGM", ""))>
</#function>

<#-- An amount, or nothing where a word says that none is declared (NVD, NCV, XXX). -->
<#function amount declared>
  <#return (fn.same(declared, "NVD") || fn.same(declared, "NCV") || fn.same(declared, "XXX"))?then("", fn.decimals(declared, 3))>
</#function>

<#-- The text of the first OCI entry of this identifier about this party. -->
<#function noted notes party identifier>
  <#list notes as note>
    <#if fn.same(note.InformationIdentifier, party) && fn.same(note.ControlInformationIdentifier, identifier)><#return "${note.SupplementaryInformation}"></#if>
  </#list>
  <#return "">
</#function>

<#-- The same whomever it is about. -->
<#function notedAtAll notes identifier>
  <#list notes as note>
    <#if fn.same(note.ControlInformationIdentifier, identifier)><#return "${note.SupplementaryInformation}"></#if>
  </#list>
  <#return "">
</#function>

<#function name party>
  <#local all = []>
  <#list party.NAM as line>
    <#local all = all + ["${line.Name}"]>
  </#list>
  <#return fn.joined(all, " ")>
</#function>

<#function street party>
  <#local all = []>
  <#list party.ADR as line>
    <#local all = all + ["${line.StreetAddress}"]>
  </#list>
  <#return fn.joined(all)>
</#function>

<#-- The number of the first contact of a kind: TE telephone, FX telefax, TL telex. -->
<#function called party kind>
  <#list party.LOC.Contact as contact>
    <#if fn.same(contact.ContactIdentifier, kind)><#return "${contact.ContactNumber}"></#if>
  </#list>
  <#return "">
</#function>

<#-- The trader's number that OCI gives, else the account number, which only a waybill has: what fits into an..17. -->
<#function partyId trader account>
  <#return fn.fitting([trader, "${account}"], 17)>
</#function>

<#macro address of>
  <@wco.address lines=[street(of)] city=of.LOC.Place state=of.LOC.StateProvince zip=of.LOC.PostCode country=of.LOC.ISOCountryCode/>
</#macro>

<#-- E-mail addresses come in two notes: user and domain. -->
<#function mail notes user domain party>
  <#return fn.joined([noted(notes, party, user), noted(notes, party, domain)], "@")>
</#function>

<#macro contact of notes party>
  <@cargo.contact person=noted(notes, party, "CP") telephone=fn.first(called(of, "TE"), noted(notes, party, "CT"), noted(notes, party, "VP"))
      email=fn.first(mail(notes, "MU", "MD", party), mail(notes, "VU", "VD", party))/>
</#macro>

<#macro exporter of account="">
    <Exporter>
      <Name>${fn.text(name(of.SHP), 70)}</Name><#-- R031 -->
      <ID>${partyId(noted(of.OCI, "SHP", "T"), account)}</ID><#-- R032 -->
      <@address of=of.SHP/>
      <@contact of=of.SHP notes=of.OCI party="SHP"/>
    </Exporter>
</#macro>

<#macro consignor of account="">
      <Consignor>
        <Name>${fn.text(name(of.SHP), 70)}</Name><#-- R020 -->
        <ID>${partyId(noted(of.OCI, "SHP", "T"), account)}</ID><#-- R021 -->
        <@address of=of.SHP/>
      </Consignor>
</#macro>

<#macro consignee of account="">
      <Consignee>
        <Name>${fn.text(name(of.CNE), 70)}</Name><#-- R014 -->
        <ID>${partyId(noted(of.OCI, "CNE", "T"), account)}</ID><#-- R015 -->
        <@address of=of.CNE/>
      </Consignee>
</#macro>

<#macro importer of account="">
      <Importer>
        <Name>${fn.text(name(of.CNE), 70)}</Name><#-- R037 -->
        <ID>${partyId(noted(of.OCI, "CNE", "T"), account)}</ID><#-- R038 -->
        <@address of=of.CNE/>
        <@contact of=of.CNE notes=of.OCI party="CNE"/>
      </Importer>
</#macro>

<#-- Authorised economic operators, as OCI names them. -->
<#macro economicOperators notes>
  <#list notes as note>
    <#if fn.same(note.ControlInformationIdentifier, "E") && (fn.same(note.InformationIdentifier, "SHP") || fn.same(note.InformationIdentifier, "CNE"))>
      <AEOMutualRecognitionParty>
        <ID>${fn.whole(note.SupplementaryInformation, 17)}</ID><#-- R143 -->
        <RoleCode>${fn.same(note.InformationIdentifier, "SHP")?then("CZ", "CN")}</RoleCode><#-- R005 -->
      </AEOMutualRecognitionParty>
    </#if>
  </#list>
</#macro>

<#-- Invoices (V) and packing lists (P) that OCI names. -->
<#macro documents notes>
  <#list notes as note>
    <#if fn.same(note.ControlInformationIdentifier, "V")><@cargo.document id=note.SupplementaryInformation type="380"/></#if>
    <#if fn.same(note.ControlInformationIdentifier, "P")><@cargo.document id=note.SupplementaryInformation type="271"/></#if>
  </#list>
</#macro>

<#function money of currency>
  <#return amount(of)?has_content?then(fn.joined([amount(of), "${currency}"], " "), "")>
</#function>

<#macro partyStatements role of account>
  <@cargo.partyStatements role=role name=name(of) id=account lines=[street(of)] city=of.LOC.Place state=of.LOC.StateProvince
      zip=of.LOC.PostCode country=of.LOC.ISOCountryCode/>
  <#list of.LOC.Contact as contact>
    <#if !fn.same(contact.ContactIdentifier, "TE")>
      <@wco.statement code=fn.joined([role, contact.ContactIdentifier], "-") value=contact.ContactNumber/>
    </#if>
  </#list>
</#macro>

<#-- What both have and WCO has no element for. -->
<#macro statements of shipperAccount="" consigneeAccount="">
  <#if fn.same(of.CVD.DeclaredValueForCustoms, "NCV")>
      <@wco.statement code="NCV" value="no customs value declared"/>
  </#if>
      <@wco.statement code="CARRIAGE-VALUE" value=money(of.CVD.DeclaredValueForCarriage, of.CVD.ISOCurrencyCode)/>
      <@wco.statement code="INSURED-VALUE" value=money(of.CVD.AmountOfInsurance, of.CVD.ISOCurrencyCode)/>
  <#list of.OCI as note>
      <@cargo.note country=note.ISOCountryCode party=note.InformationIdentifier identifier=note.ControlInformationIdentifier text=note.SupplementaryInformation/>
  </#list>
  <@partyStatements role="CONSIGNOR" of=of.SHP account=shipperAccount/>
  <@partyStatements role="CONSIGNEE" of=of.CNE account=consigneeAccount/>
</#macro>
