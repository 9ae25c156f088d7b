<#-- The CDS API's flat fields, put together. -->
<#import "/_shared/wco.ftl" as wco>

<#function name whole first last>
  <#local one = "${whole}">
  <#return one?has_content?then(one, fn.joined([first, last], " "))>
</#function>

<#-- What the post or customs corrected goes before what the sender wrote. -->
<#function revised correction original>
  <#local corrected = "${correction}">
  <#return corrected?has_content?then(corrected, "${original}")>
</#function>

<#-- What the sender wrote, where it was corrected. -->
<#function overruled correction original>
  <#return "${correction}"?has_content?then("${original}", "")>
</#function>

<#-- The sender's number of a piece, or else its place. -->
<#function sequence index place>
  <#local given = "${index}">
  <#return given?has_content?then(given, "${place}")>
</#function>

<#function documentName document>
  <#return "${document.DocumentName}"?has_content?then(fn.joined([document.DocumentId, document.DocumentName], ": "), "")>
</#function>

<#-- The type of a document where TypeCode has no room for it. -->
<#function longType document code>
  <#local known = code("document", document.DocumentType)>
  <#local long = known?has_content?then("", fn.excess(document.DocumentType, 3))>
  <#return long?has_content?then(fn.joined([document.DocumentId, long], ": "), "")>
</#function>

<#-- Value of all pieces, where they are in one currency; otherwise nothing, because rates of exchange are not ours to choose. -->
<#function total pieces>
  <#local sum = 0>
  <#list pieces as piece>
    <#if !fn.same(piece.CurrencyCd, pieces.CurrencyCd) || !"${piece.Amount}"?has_content><#return ""></#if>
    <#local sum = sum + piece.Amount?number>
  </#list>
  <#return (sum == 0)?then("", fn.decimals(sum?c, 3))>
</#function>

<#-- Codes of the forms in those of UN/EDIFACT 1001; what two posts agreed on stays as it is, if it fits. -->
<#function documentType type code>
  <#local known = code("document", type)>
  <#return known?has_content?then("${known}", fn.whole(type, 3))>
</#function>

<#-- Communication has room for one contact: the telephone, or else the e-mail address. -->
<#macro communication telephone email>
  <#local called = fn.whole(telephone, 50)>
  <#local mailed = called?has_content?then("", fn.whole(email, 50))>
        <Communication>
          <ID>${called}${mailed}</ID><#-- 240 -->
          <TypeCode>${called?has_content?then("TE", mailed?has_content?then("EM", ""))}</TypeCode><#-- 253 -->
        </Communication>
</#macro>

<#-- The e-mail address where Communication has no room for it. -->
<#function second telephone email>
  <#return fn.whole(telephone, 50)?has_content?then("${email}", fn.excess(email, 50))>
</#function>

<#-- What a party says and its class has no room for. -->
<#macro partyStatements role name id lines city state zip country>
  <#if name?length gt 70 || city?length gt 35 || state?length gt 35 || fn.joined(lines)?length gt 70 || "${zip}"?has_content && !fn.compact(zip, 9)?has_content>
    <@wco.statement code=role + "-WHOLE" value=fn.joined([name, fn.joined(lines), city, state, zip, country])/>
  </#if>
    <@wco.statement code=role + "-REF" value=fn.excess(id, 17)/>
</#macro>

<#-- Names and values lie in two lists side by side. -->
<#macro extraFields of>
  <#list of.ExtraFieldNames.string as field>
    <@wco.statement code="EXTRA-FIELD" value="${field}=${of.ExtraFieldValues.string[field?index]}"/>
  </#list>
</#macro>
