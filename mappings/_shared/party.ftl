<#-- Parties of upu-itmatt and upu-cusitm (xsd/_shared/postal.xsd), as WCO. -->
<#import "/_shared/wco.ftl" as wco>
<#assign fn = fn>

<#function person of>
  <#return of.Name?then(of.Name, fn.joined([of.FirstName, of.LastName], " "))>
</#function>

<#function name of>
  <#return of.Company?then(of.Company, person(of))>
</#function>

<#-- The first reference that fits into an..17; all of them, with their types, are in statements. -->
<#function id of>
  <#return fn.fitting(of.Reference, 17)>
</#function>

<#-- UN/EDIFACT 3155 of the contact that Communication has room for, the first that is there. -->
<#function channel of>
  <#return of.Telephone?then("TE", of.Mobile?then("AL", fn.whole(of.Email, 50)?has_content?then("EM", of.Fax?then("FX", ""))))>
</#function>

<#-- Address/Line has 70 characters and stands once: all lines in one. Whoever does not fit is repeated whole in a statement. -->
<#macro address of>
        <Address>
          <CityName>${fn.text(of.City, 35)}</CityName><#-- 241 -->
          <CountryCode>${of.Country}</CountryCode><#-- 242 -->
          <#if of.State>
          <CountrySubDivisionName>${fn.text(of.State, 35)}</CountrySubDivisionName><#-- 243 -->
          </#if>
          <Line>${fn.text(fn.joined(of.Line), 70)}</Line><#-- 239 -->
          <#if of.Postcode>
          <PostcodeID>${fn.compact(of.Postcode, 9)}</PostcodeID><#-- 245 -->
          </#if>
        </Address>
</#macro>

<#-- A person alone is the name already; the person beside a firm is its contact. -->
<#macro contact of>
        <#if of.Company>
        <Contact>
          <Name>${fn.text(person(of), 70)}</Name><#-- 246 -->
        </Contact>
        </#if>
        <#local type = channel(of)>
        <#if type?has_content>
        <Communication>
          <ID>${fn.first(of.Telephone, of.Mobile, fn.whole(of.Email, 50), of.Fax)}</ID><#-- 240 -->
          <TypeCode>${type}</TypeCode><#-- 253 -->
        </Communication>
        </#if>
</#macro>

<#-- What a party says and its class has no room for. carried: whether Communication carries its first contact. -->
<#macro statements role of carried>
  <#local a = of.Address>
  <#if fn.longer(of.Company, 70, of.Name, 70, of.LastName?then(fn.joined([of.FirstName, of.LastName], " "), of.FirstName), 70,
      fn.joined(a.Line), 70, a.City, 35, a.State, 35, a.Postcode, 9)>
      <@wco.statement code=role + "-WHOLE" value=fn.joined([name(of), fn.joined(a.Line), a.City, a.State, a.Postcode, a.Country])/>
  </#if>
  <#list of.Reference as reference>
      <@wco.statement code=role + "-REF" value="${reference['@type']} ${reference}"/>
  </#list>
  <#if of.Telephone && !carried><@wco.statement code=role + "-TE" value=of.Telephone/></#if>
  <#if of.Mobile && !(carried && fn.same(channel(of), "AL"))><@wco.statement code=role + "-AL" value=of.Mobile/></#if>
  <#if of.Email && !(carried && fn.same(channel(of), "EM"))><@wco.statement code=role + "-EM" value=of.Email/></#if>
  <#if of.Fax && !(carried && fn.same(channel(of), "FX"))><@wco.statement code=role + "-FX" value=of.Fax/></#if>
</#macro>
