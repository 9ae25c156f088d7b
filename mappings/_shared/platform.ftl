<#-- What the formats of platforms (xsd/_shared/platform.json) have in common, as WCO. -->
<#import "/_shared/wco.ftl" as wco>
<#assign fn = fn>

<#-- Telephone, else e-mail where Communication has room for it. -->
<#macro communication phone email>
        <Communication>
          <ID>${fn.first(phone, fn.whole(email, 50))}</ID><#-- 240 -->
          <TypeCode>${phone?has_content?then("TE", fn.whole(email, 50)?has_content?then("EM", ""))}</TypeCode><#-- 253 -->
        </Communication>
</#macro>

<#-- A party whose name or address its class has no room for, whole. -->
<#macro whole role name address>
  <#if fn.longer(name, 70, fn.joined(address.lines), 70, address.city, 35, address.region, 35, address.postcode, 9)>
      <@wco.statement code=role + "-WHOLE" value=fn.joined([name, fn.joined(address.lines), address.city, address.region, address.postcode, address.country])/>
  </#if>
</#macro>

<#-- The identity of a person, where its class has no room for kind and country: kind, country, number or token, and whether it was verified. -->
<#macro identity role of>
      <@wco.statement code=role + "-REF" value=fn.joined([of.type, of.country, of.number, of.token, fn.same(of.verified, "true")?then("verified", "")], " ")/>
</#macro>
