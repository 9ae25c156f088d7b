<#-- What a mapping needs to fit a sender's values into the WCO Data Model 3.6. -->

<#-- Free text in at most n characters: line breaks become blanks, nothing is cut through a surrogate pair. -->
<#function text value n>
  <#if value?length lte n && !value?contains("\n") && !value?contains("\r")><#return value></#if>
  <#local t = value?replace("\\s+", " ", "r")>
  <#if t?length gt n><#return t[0..*n]?replace("[\\uD800-\\uDBFF]$", "", "r")?trim></#if>
  <#return t>
</#function>

<#-- An identifier or code: whole, or not at all, for a shortened one names something else. What is left out here goes into a statement. -->
<#function whole value n>
  <#if value?length lte n><#return value></#if>
  <#return "">
</#function>

<#-- An identifier that whole() leaves out; empty where it fits. -->
<#function excess value n>
  <#if value?length gt n><#return value></#if>
  <#return "">
</#function>

<#-- The first n characters of a code that is made of parts: the country of an IMPC, the six digits of HS in a longer number. -->
<#function start value n>
  <#if value?length lte n><#return value></#if>
  <#local t = "${value}">
  <#return t[0..*n]>
</#function>

<#-- The texts that are there, with a separator between them. -->
<#function joined parts separator=", ">
  <#return parts?filter(part -> part?length gt 0)?join(separator)>
</#function>

<#-- Date as CCYYMMDD (format code 102): the day as the sender wrote it, whatever its time and zone. -->
<#function date102 value>
  <#local t = "${value}">
  <#if t?length lt 10><#return ""></#if>
  <#return t[0..3] + t[5..6] + t[8..9]>
</#function>

<#-- Instant as CCYYMMDDhhmmssZ (format code 304). -->
<#function date304 instant>
  <#local t = "${instant}">
  <#return t[0..3] + t[5..6] + t[8..9] + t[11..12] + t[14..15] + t[17..18] + "Z">
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
  <#if value?length lte 9><#return value></#if>
  <#return whole(value?replace(" ", "")?replace("-", ""), 9)>
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

<#-- Additional information (226, 225, 369) under a code of mappings/_shared/codes/statement.csv, where there is anything to say. The ids
     stand here and not behind the lines: a field that is also carried in an element of its own is known by the id of that element. -->
<#macro statement code value type="">
  <#if value?length gt 0>
      <AdditionalInformation>
        <StatementCode>${code}</StatementCode>
        <StatementDescription>${text(value, 512)}</StatementDescription>
        <StatementTypeCode>${type}</StatementTypeCode>
      </AdditionalInformation>
  </#if>
</#macro>

<#-- What the gateway itself knows about the item, and what it found odd. -->
<#macro gateway input warnings>
      <AdditionalInformation>
        <StatementCode>GW-PARTNER</StatementCode><#-- 226 -->
        <StatementDescription>${input.partner}</StatementDescription><#-- 225 [none]: an input -->
      </AdditionalInformation>
      <AdditionalInformation>
        <StatementCode>GW-INTERCHANGE</StatementCode><#-- 226 -->
        <StatementDescription>${input.interchangeId}</StatementDescription><#-- 225 [none]: an input -->
      </AdditionalInformation>
      <AdditionalInformation>
        <StatementCode>GW-VERSION</StatementCode><#-- 226 -->
        <StatementDescription>${input.version}</StatementDescription><#-- 225 [none]: an input -->
      </AdditionalInformation>
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

<#-- The classification of goods by an HS number: HS the six digits and, where there are more, CV the customs article number as declared (UN/EDIFACT 7143). -->
<#macro classification hs>
  <#if hs?length gt 0>
            <Classification>
              <ID>${start(hs, 6)}</ID><#-- 145 -->
              <IdentificationTypeCode>HS</IdentificationTypeCode>
            </Classification>
  </#if>
  <#if hs?length gt 6 && hs?length lte 18>
            <Classification>
              <ID>${hs}</ID><#-- 145 -->
              <IdentificationTypeCode>CV</IdentificationTypeCode>
            </Classification>
  </#if>
</#macro>
