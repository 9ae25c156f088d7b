<#-- What a mapping needs to fit a sender's values into the WCO Data Model 3.6. -->

<#-- Free text in at most n characters: line breaks become blanks, nothing is cut through a surrogate pair. -->
<#function text value n>
  <#local t = "${value}">
  <#if t?contains("\n") || t?contains("\r")><#local t = t?replace("\\s+", " ", "r")></#if>
  <#if t?length gt n><#return t[0..*n]?replace("[\\uD800-\\uDBFF]$", "", "r")?trim></#if>
  <#return t>
</#function>

<#-- An identifier or code: whole, or not at all, for a shortened one names something else. What is left out here goes into a statement. -->
<#function whole value n>
  <#local t = "${value}">
  <#return (t?length gt n)?then("", t)>
</#function>

<#-- An identifier that whole() leaves out; empty where it fits. -->
<#function excess value n>
  <#local t = "${value}">
  <#return (t?length gt n)?then(t, "")>
</#function>

<#-- The first n characters of a code that is made of parts: the country of an IMPC, the six digits of HS in a longer number. -->
<#function start value n>
  <#local t = "${value}">
  <#return t[0..*n]>
</#function>

<#-- The texts that are there, with a separator between them. -->
<#function joined parts separator=", ">
  <#local t = "">
  <#list parts as part>
    <#local p = "${part}">
    <#if p?has_content><#local t = t + t?has_content?then(separator, "") + p></#if>
  </#list>
  <#return t>
</#function>

<#-- Date as CCYYMMDD (format code 102): the day as the sender wrote it, whatever its time and zone. -->
<#function date102 value>
  <#local t = "${value}">
  <#return (t?length gt 9)?then(t[0..9]?replace("-", ""), "")>
</#function>

<#-- Instant as CCYYMMDDhhmmssZ (format code 304). -->
<#function date304 instant>
  <#local t = "${instant}">
  <#return t[0..18]?replace("-", "")?replace("T", "")?replace(":", "") + "Z">
</#function>

<#-- Number with at most n decimals, rounded half up; as it was written where it fits. -->
<#function decimals value n>
  <#local t = "${value}">
  <#local point = t?index_of(".")>
  <#if point lt 0 || t?length - point - 1 lte n><#return t></#if>
  <#local scale = [1, 10, 100, 1000, 10000, 100000, 1000000][n]>
  <#return ((t?number * scale)?round / scale)?c>
</#function>

<#-- Postcode in an..9: one that is longer loses blanks and hyphens first (12345-6789 becomes 123456789). -->
<#function postcode value>
  <#local t = "${value}">
  <#return (t?length gt 9)?then(whole(t?replace(" ", "")?replace("-", ""), 9), t)>
</#function>

<#-- An HS number as it is often written (6109.10 00) in digits alone. -->
<#function digits value>
  <#local t = "${value}">
  <#return t?replace(".", "")?replace(" ", "")?replace("-", "")>
</#function>

<#-- UN/EDIFACT 1225 as the declaration schema allows it: 9 original; a replacement (5) is declared as a further message (13). -->
<#function function1225 value>
  <#return (value == "5")?then("13", value)>
</#function>

<#-- Additional information under a statement code of mappings/_shared/codes/statement.csv, where there is anything to say. -->
<#macro statement code value type="">
  <#if "${value}"?has_content>
      <AdditionalInformation>
        <StatementCode>${code}</StatementCode><#-- 226 -->
        <StatementDescription>${text(value, 512)}</StatementDescription><#-- 225 -->
        <StatementTypeCode>${type}</StatementTypeCode><#-- 369 -->
      </AdditionalInformation>
  </#if>
</#macro>

<#-- What the gateway itself knows about the item, and what it found odd. -->
<#macro gateway input warnings>
  <@statement code="GW-PARTNER" value=input.partner/>
  <@statement code="GW-INTERCHANGE" value=input.interchangeId/>
  <@statement code="GW-VERSION" value="${input.version}"/>
  <#list warnings as warning>
  <@statement code=text(warning.rule, 17) value="${warning.text} (${warning.path})" type="AAO"/>
  </#list>
</#macro>

<#-- Address/Line has 70 characters and stands once: all lines in one. Whoever does not fit is repeated whole in a statement. -->
<#macro address lines city state zip country>
        <Address>
          <CityName>${text(city, 35)}</CityName><#-- 241 -->
          <CountryCode>${country}</CountryCode><#-- 242 -->
          <CountrySubDivisionName>${text(state, 35)}</CountrySubDivisionName><#-- 243 -->
          <Line>${text(joined(lines), 70)}</Line><#-- 239 -->
          <PostcodeID>${postcode(zip)}</PostcodeID><#-- 245 -->
        </Address>
</#macro>

<#-- Type as in UN/EDIFACT 7143: HS the six digits, CV the customs number as declared, SK, SRV (GTIN) and MF the product's. -->
<#macro classification id type>
  <#if id?has_content>
            <Classification>
              <ID>${id}</ID><#-- 145 -->
              <IdentificationTypeCode>${type}</IdentificationTypeCode>
            </Classification>
  </#if>
</#macro>
