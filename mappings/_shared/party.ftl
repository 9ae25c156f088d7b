<#-- Parties of upu-itmatt and upu-cusitm (xsd/_shared/postal.xsd), as WCO. -->
<#import "/_shared/wco.ftl" as wco>

<#function person of>
  <#return of.Name?has_content?then("${of.Name}", wco.joined([of.FirstName, of.LastName], " "))>
</#function>

<#function name of>
  <#return of.Company?has_content?then("${of.Company}", person(of))>
</#function>

<#-- The person beside a firm; a person alone is the name already. -->
<#function contactName of>
  <#return of.Company?has_content?then(person(of), "")>
</#function>

<#-- The first reference that fits into an..17; all of them, with their types, are in statements. -->
<#function id of>
  <#list of.Reference as reference><#if reference?length lte 17><#return "${reference}"></#if></#list>
  <#return "">
</#function>

<#-- UN/EDIFACT 3155 of the contact that Communication has room for. -->
<#function channel of>
  <#if of.Telephone?has_content><#return "TE"></#if>
  <#if of.Mobile?has_content><#return "AL"></#if>
  <#if of.Email?has_content && of.Email?length lte 50><#return "EM"></#if>
  <#if of.Fax?has_content><#return "FX"></#if>
  <#return "">
</#function>

<#macro address of>
        <@wco.address lines=of.Line city=of.City state=of.State zip=of.Postcode country=of.Country/>
</#macro>

<#macro communication of>
  <#local type = channel(of)>
        <Communication>
          <ID>${(type == "TE")?then(of.Telephone, (type == "AL")?then(of.Mobile, (type == "EM")?then(of.Email, of.Fax)))}</ID><#-- 240 -->
          <TypeCode>${type}</TypeCode><#-- 253 -->
        </Communication>
</#macro>

<#-- What a party says and its class has no room for. carried: the contact that Communication carries. -->
<#macro statements role of carried="">
  <#if of?has_content>
    <#local a = of.Address>
    <#if name(of)?length gt 70 || a.City?length gt 35 || a.State?length gt 35 || wco.joined(a.Line)?length gt 70 || !wco.postcode(a.Postcode)?has_content && a.Postcode?has_content>
      <@wco.statement code=role + "-WHOLE" value=wco.joined([name(of), wco.joined(a.Line), a.City, a.State, a.Postcode, a.Country])/>
    </#if>
    <#list of.Reference as reference>
      <@wco.statement code=role + "-REF" value="${reference['@type']} ${reference}"/>
    </#list>
    <#if carried != "TE"><@wco.statement code=role + "-TE" value=of.Telephone/></#if>
    <#if carried != "AL"><@wco.statement code=role + "-AL" value=of.Mobile/></#if>
    <#if carried != "EM"><@wco.statement code=role + "-EM" value=of.Email/></#if>
    <#if carried != "FX"><@wco.statement code=role + "-FX" value=of.Fax/></#if>
  </#if>
</#macro>
