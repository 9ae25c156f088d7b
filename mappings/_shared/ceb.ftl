<#-- What the formats of the Chinese cross-border e-commerce system (xsd/_shared/ceb.xsd) have in common, as WCO. Times of theirs are those of China, codes the customs' own. -->
<#import "/_shared/wco.ftl" as wco>
<#assign fn = fn>

<#-- 9 new; what changes or withdraws an earlier one is a further message (13). -->
<#function functionCode input>
  <#return fn.same(input.functionCode, "9")?then("9", "13")>
</#function>

<#-- An import declaration, lodged before the goods are there, or its withdrawal. -->
<#function typeCode input>
  <#return fn.same(input.functionCode, "1")?then("INV", "IMD")>
</#function>

<#-- A document by its UN/EDIFACT 1001 type, where there is a number. -->
<#macro document id type>
  <#if fn.longer(id, 0)>
    <AdditionalDocument>
      <ID>${id}</ID><#-- D005 -->
      <TypeCode>${type}</TypeCode>
    </AdditionalDocument>
  </#if>
</#macro>

<#-- An address is one text; the place is in China, because these are imports to it. -->
<#macro address line>
        <Address>
          <CountryCode>${line?has_content?then("CN", "")}</CountryCode><#-- 242 [none]: these messages are of imports to China -->
          <Line>${fn.text(line, 70)}</Line><#-- 239 -->
        </Address>
</#macro>

<#macro telephone number>
        <Communication>
          <ID>${fn.text(number, 50)}</ID><#-- 240 -->
          <TypeCode>${number?has_content?then("TE", "")}</TypeCode><#-- 253 -->
        </Communication>
</#macro>

<#-- A number of goods that is no HS number: SK the firm's own, SRV the bar code. -->
<#macro number id type>
  <#if fn.longer(id, 0) && !fn.longer(id, 18)>
          <Classification>
            <ID>${id}</ID><#-- 145 -->
            <IdentificationTypeCode>${type}</IdentificationTypeCode>
          </Classification>
  </#if>
</#macro>
