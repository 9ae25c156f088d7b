<#-- What a mapping needs to fit a sender's values into the WCO Data Model 3.6. -->

<#-- Most of what fits a value into its place is in Java, because nearly every line asks for it: fn.text, fn.whole, fn.excess, fn.start,
     fn.joined, fn.date102 and so on; see Functions. A name that is assigned here is found sooner. -->
<#assign fn = fn>

<#-- UN/EDIFACT 1225 as the declaration schema allows it: 9 original; a replacement (5) and a withdrawal (1) are declared as a further
     message (13); which of the two it is, travels beside the declaration. -->
<#function function1225 value>
  <#return fn.same(value, "9")?then("9", "13")>
</#function>

<#-- Additional information (226, 225, 369) under a code of mappings/_shared/codes/statement.csv, where there is anything to say. The ids
     stand here and not behind the lines: a field that is also carried in an element of its own is known by the id of that element. -->
<#macro statement code value type="">
  <#if fn.longer(value, 0)>
      <AdditionalInformation>
        <StatementCode>${code}</StatementCode>
        <StatementDescription>${fn.text(value, 512)}</StatementDescription>
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
      <@statement code=fn.text(warning.rule, 17) value="${warning.text} (${warning.path})" type="AAO"/>
  </#list>
</#macro>

<#-- Address/Line has 70 characters and stands once: all lines in one. Whoever does not fit is repeated whole in a statement. -->
<#macro address lines city state zip country>
        <Address>
          <CityName>${fn.text(city, 35)}</CityName><#-- 241 -->
          <CountryCode>${country}</CountryCode><#-- 242 -->
          <CountrySubDivisionName>${fn.text(state, 35)}</CountrySubDivisionName><#-- 243 -->
          <Line>${fn.text(fn.joined(lines), 70)}</Line><#-- 239 -->
          <PostcodeID>${fn.compact(zip, 9)}</PostcodeID><#-- 245 -->
        </Address>
</#macro>

<#-- The classification of goods by an HS number: HS the six digits and, where there are more, CV the customs article number as declared (UN/EDIFACT 7143). -->
<#macro classification hs>
  <#if fn.longer(hs, 0)>
            <Classification>
              <ID>${fn.start(hs, 6)}</ID><#-- 145 -->
              <IdentificationTypeCode>HS</IdentificationTypeCode>
            </Classification>
  </#if>
  <#if fn.longer(hs, 6) && !fn.longer(hs, 18)>
            <Classification>
              <ID>${hs}</ID><#-- 145 -->
              <IdentificationTypeCode>CV</IdentificationTypeCode>
            </Classification>
  </#if>
</#macro>

<#-- What an amendment replaces or a withdrawal ends: a goods declaration for importation (929) or a cargo manifest (785), UN/EDIFACT 1001. -->
<#macro replaced input type="929">
  <#if input.previousDeclarationId?has_content>
      <PreviousDocument>
        <ID>${input.previousDeclarationId}</ID><#-- D018 [none]: what it replaces, an input -->
        <TypeCode>${type}</TypeCode><#-- D019 [none]: of the form that was declared -->
      </PreviousDocument>
  </#if>
</#macro>

<#-- The declaration that goods which come back came in with, where it is known: a previous document (Z), a goods declaration (929). -->
<#macro cameInWith input>
  <#if input.originalDeclarationId?has_content>
      <PreviousDocument>
        <CategoryCode>Z</CategoryCode><#-- D031 [none]: what went before -->
        <ID>${input.originalDeclarationId}</ID><#-- D018 [none]: what the goods came in with, an input -->
        <TypeCode>929</TypeCode><#-- D019 [none]: goods declaration for importation (UN/EDIFACT 1001) -->
      </PreviousDocument>
  </#if>
</#macro>

<#-- Procedure of goods that came in and go out again: 10 permanent export, 40 of what was released for home use, as customs in Europe number them. -->
<#macro exportAfterImport input>
  <#if input.originalDeclarationId?has_content>
        <GovernmentProcedure>
          <CurrentCode>10</CurrentCode><#-- 166 [none]: with what the goods came in with -->
          <PreviousCode>40</PreviousCode><#-- 161 [none]: with what the goods came in with -->
        </GovernmentProcedure>
  </#if>
</#macro>

<#-- Type of a declaration that is an import unless the goods are known to have come in before: then they leave. -->
<#function type input import>
  <#return input.originalDeclarationId?has_content?then("EXD", import)>
</#function>
