<#-- CUSRES in the shape that it has since D.96B. Statuses are told by mappings/_shared/statuses.csv: cusres-document, cusres-function,
     cusres-response and indicator-…. -->
<#import "/_shared/edifact-reply.ftl" as edi>
<#assign fn = fn>

<#-- UNH to SG3: one message for each original message, and how it points back to it.
     items: of that message; none where the interchange as a whole is refused. -->
<#macro head reply items message release>
    <UNH>
      <E0062>${message}</E0062>
      <S009>
        <E0065>CUSRES</E0065>
        <E0052>D</E0052>
        <E0054>${release}</E0054>
        <E0051>UN</E0051>
        <E0057>${reply.profile.association}</E0057>
      </S009>
      <E0068>${edi.shared(items, "accessReference")}</E0068>
    </UNH>
    <BGM>
      <C002>
        <E1001>${edi.uniform(items, "cusres-document", "961")}</E1001>
      </C002>
      <C106>
        <E1004>${edi.number(reply, message)}</E1004>
      </C106>
      <E1225>${edi.uniform(items, "cusres-function", "11")}</E1225>
      <E4343>${edi.uniform(items, "cusres-response")}</E4343>
    </BGM>
    <@edi.moment qualifier="137" at=reply.preparedAt/>
    <@indicator reply=reply value=edi.uniform(items, "indicator-${reply.profile.indicators}")/>
    <SG3>
    <@edi.reference qualifier=reply.profile.reference number=fn.first(edi.shared(items, "documentNumber"), (items?size == 0)?then(reply.interchangeReference, ""))/>
    </SG3>
    <SG3>
    <@edi.reference qualifier=reply.profile.messageReference number=edi.shared(items, "message")/>
    </SG3>
    <SG3>
    <@edi.reference qualifier=reply.profile.functionReference number=edi.shared(items, "function")/>
    </SG3>
</#macro>

<#-- 7365 with the list and the agency that were agreed, unless the status is told in words alone. -->
<#macro indicator reply value>
  <#if value?length gt 0 && !fn.same(reply.profile.status, "FTX")>
      <GIS>
        <C529>
          <E7365>${value}</E7365>
          <E1131>${reply.profile.indicatorList}</E1131>
          <E3055>${reply.profile.indicatorAgency}</E3055>
        </C529>
      </GIS>
  </#if>
</#macro>

<#-- DOC to GIS of a consignment. Its number stands in RFF where DOC is too short for it. The status is told by
     the indicator and, with a code of three letters, in words; by the indicator alone, if that is agreed, where it has a value and there
     is no reason to tell. Subject: 4451 for that; D.96B does not know AHN, status details. -->
<#macro consignment reply item width subject="AHN">
      <DOC>
        <C002>
          <E1001>${document(reply, item)}</E1001>
        </C002>
        <C503>
          <E1004>${fn.whole(house(item), 35)}</E1004>
        </C503>
      </DOC>
      <@edi.reference qualifier=reply.profile.houseReference number=fn.excess(house(item), 35)/>
      <@edi.reference qualifier=fn.first(item.facts.masterKind, reply.profile.masterReference) number=item.facts.master/>
      <@edi.reference qualifier="MB" number=item.facts.masterBill/>
      <@edi.reference qualifier=reply.profile.gatewayReference number=item.itemId/>
      <#local value = code("indicator-${reply.profile.indicators}", item.status.code)>
      <#if !fn.same(reply.profile.status, "GIS") || value?length == 0 || edi.reason(item.status)?length gt 0>
      <@edi.texts subject=subject of=[code("status-text", item.status.code), edi.reason(item.status)] width=width most=9 code=code("application-status", item.status.code)/>
      </#if>
      <@edi.moment qualifier="9" at=item.status.at/>
      <@indicator reply=reply value=value/>
</#macro>

<#-- 1001 of what the number is the number of: by its own qualifier, as agreed, or where there is no waybill the original document's. -->
<#function document reply item>
  <#if item.facts.house?length == 0>
    <#return fn.first(item.facts.documentName, reply.profile.houseDocument)>
  </#if>
  <#return fn.first(code("transport-document", item.facts.billKind), reply.profile.houseDocument)>
</#function>

<#function house item>
  <#return fn.first(item.facts.house, item.key.id, item.facts.documentNumber)>
</#function>

<#-- A fault: where (ERP), which (ERC) and in words (FTX). Element and component have no place in ERP; the words tell them.
     sequence: of the consignment in the interchange; 0 for what is not in one. -->
<#macro fault reply problem sequence width>
      <ERP>
        <C701>
          <E1049>${("${sequence}" == "0")?then("1", "2")}</E1049>
          <E1052>${("${sequence}" == "0")?then("", "${sequence}")}</E1052>
        </C701>
        <C853>
          <E9166>${fn.whole(problem.pointer.segment.tag, 3)}</E9166>
          <E1050>${("${problem.pointer.segment.segment}" == "0")?then("", "${problem.pointer.segment.segment}")}</E1050>
        </C853>
      </ERP>
      <ERC>
        <C901>
          <E9321>${edi.error(problem)}</E9321>
          <E1131>${reply.profile.errorList}</E1131>
          <E3055>${reply.profile.errorAgency}</E3055>
        </C901>
      </ERC>
      <@edi.texts subject=edi.subject(problem) of=edi.words(problem) width=width most=9/>
</#macro>

<#-- A duty or tax with its amount. 5283: 1 of a goods item, 3 of the whole consignment. -->
<#macro tax of function>
      <TAX>
        <E5283>${function}</E5283>
        <C241>
          <E5153>${fn.whole(of.type, 3)}</E5153>
          <E5152>${fn.start(fn.excess(of.type, 3), 35)}</E5152>
        </C241>
        <E5286>${fn.whole(of.base, 15)}</E5286>
        <C243>
          <E5278>${fn.whole(of.rate, 17)}</E5278>
        </C243>
      </TAX>
      <@amount qualifier="161" of=of.amount currency=of.currency/>
</#macro>

<#macro amount qualifier of currency>
  <#if of?length gt 0>
      <MOA>
        <C516>
          <E5025>${qualifier}</E5025>
          <E5004>${of}</E5004>
          <E6345>${currency}</E6345>
        </C516>
      </MOA>
  </#if>
</#macro>

<#-- All duties and taxes of the consignment together (5283: 4; 5025: 128). -->
<#macro total status>
  <#if status.total?length gt 0>
      <TAX>
        <E5283>4</E5283>
      </TAX>
      <@amount qualifier="128" of=status.total currency=status.totalCurrency/>
  </#if>
</#macro>
