<#-- Parties of upu-itmatt and upu-cusitm (xsd/_shared/postal.xsd), as WCO. -->
<#import "/_shared/wco.ftl" as wco>

<#function person of>
  <#if of.Name><#return of.Name></#if>
  <#return wco.joined([of.FirstName, of.LastName], " ")>
</#function>

<#function name of>
  <#if of.Company><#return of.Company></#if>
  <#return person(of)>
</#function>

<#-- The first reference that fits into an..17; all of them, with their types, are in statements. -->
<#function id of>
  <#list of.Reference as reference><#if reference?length lte 17><#return reference></#if></#list>
  <#return "">
</#function>

<#-- UN/EDIFACT 3155 of the contact that Communication has room for. -->
<#function channel of>
  <#if of.Telephone><#return "TE"></#if>
  <#if of.Mobile><#return "AL"></#if>
  <#if of.Email && of.Email?length lte 50><#return "EM"></#if>
  <#if of.Fax><#return "FX"></#if>
  <#return "">
</#function>

<#-- Address/Line has 70 characters and stands once: all lines in one. Whoever does not fit is repeated whole in a statement. -->
<#macro address of>
        <Address>
          <CityName>${wco.text(of.City, 35)}</CityName><#-- 241 -->
          <CountryCode>${of.Country}</CountryCode><#-- 242 -->
          <#if of.State>
          <CountrySubDivisionName>${wco.text(of.State, 35)}</CountrySubDivisionName><#-- 243 -->
          </#if>
          <Line>${wco.text(wco.joined(of.Line), 70)}</Line><#-- 239 -->
          <#if of.Postcode>
          <PostcodeID>${wco.postcode(of.Postcode)}</PostcodeID><#-- 245 -->
          </#if>
        </Address>
</#macro>

<#-- A person alone is the name already; the person beside a firm is its contact. -->
<#macro contact of>
        <#if of.Company>
        <Contact>
          <Name>${wco.text(person(of), 70)}</Name><#-- 246 -->
        </Contact>
        </#if>
        <#local type = channel(of)>
        <#if type != "">
        <Communication>
          <ID>${(type == "TE")?then(of.Telephone, (type == "AL")?then(of.Mobile, (type == "EM")?then(of.Email, of.Fax)))}</ID><#-- 240 -->
          <TypeCode>${type}</TypeCode><#-- 253 -->
        </Communication>
        </#if>
</#macro>

<#-- What a party says and its class has no room for. carried: the contact that Communication carries. -->
<#macro statements role of carried="">
  <#local a = of.Address>
  <#local whole = wco.joined(a.Line)>
  <#if of.Company?length gt 70 || of.Name?length gt 70 || of.FirstName?length + of.LastName?length gt 69
      || whole?length gt 70 || a.City?length gt 35 || a.State?length gt 35 || a.Postcode?length gt 9>
      <@wco.statement code=role + "-WHOLE" value=wco.joined([name(of), whole, a.City, a.State, a.Postcode, a.Country])/>
  </#if>
  <#list of.Reference as reference>
      <@wco.statement code=role + "-REF" value="${reference['@type']} ${reference}"/>
  </#list>
  <#if of.Telephone && carried != "TE"><@wco.statement code=role + "-TE" value=of.Telephone/></#if>
  <#if of.Mobile && carried != "AL"><@wco.statement code=role + "-AL" value=of.Mobile/></#if>
  <#if of.Email && carried != "EM"><@wco.statement code=role + "-EM" value=of.Email/></#if>
  <#if of.Fax && carried != "FX"><@wco.statement code=role + "-FX" value=of.Fax/></#if>
</#macro>
