<#import "/_shared/edifact-reply.ftl" as edi>
<#assign fn = fn>
<Interchange>
  <@edi.envelope reply=reply prefix="APER"/>
  <#list fn.grouped(reply.items, "facts.message") as items>
  <Message>
    <@head items=items message=items?counter/>
    <#list items as item>
    <SG4>
      <@application code=code("application-status", item.status.code)/>
      <@edi.texts subject="AHN" of=[code("status-text", item.status.code), edi.reason(item.status), total(item.status)] width=512 most=1 code=code("application-status", item.status.code)/>
      <@references item=item/>
    </SG4>
    <#list item.status.problems as problem>
    <SG4>
      <@application code=edi.error(problem)/>
      <@edi.texts subject=edi.subject(problem) of=edi.words(problem) width=512 most=1/>
      <@references item=item/>
    </SG4>
    </#list>
    </#list>
  </Message>
  </#list>
  <#if reply.items?size == 0>
  <Message>
    <@head items=[] message=1/>
    <#list reply.problems as problem>
    <SG4>
      <@application code=edi.error(problem)/>
      <@edi.texts subject=edi.subject(problem) of=edi.words(problem) width=512 most=1/>
    </SG4>
    </#list>
  </Message>
  </#if>
</Interchange>

<#macro head items message>
    <UNH>
      <E0062>${message}</E0062>
      <S009>
        <E0065>APERAK</E0065>
        <E0052>D</E0052>
        <E0054>01B</E0054>
        <E0051>UN</E0051>
        <E0057>${reply.profile.association}</E0057>
      </S009>
      <E0068>${edi.shared(items, "accessReference")}</E0068>
    </UNH>
    <BGM>
      <C002>
        <E1001>294</E1001>
      </C002>
      <C106>
        <E1004>${edi.number(reply, message)}</E1004>
      </C106>
      <E1225>${edi.uniform(items, "cusres-function", "11")}</E1225>
      <E4343>${edi.uniform(items, "cusres-response")}</E4343>
    </BGM>
    <@edi.moment qualifier="137" at=reply.preparedAt/>
    <SG2>
    <@edi.reference qualifier=reply.profile.reference number=fn.first(edi.shared(items, "documentNumber"), (items?size == 0)?then(reply.interchangeReference, ""))/>
    </SG2>
    <SG2>
    <@edi.reference qualifier=reply.profile.messageReference number=edi.shared(items, "message")/>
    </SG2>
</#macro>

<#macro application code>
      <ERC>
        <C901>
          <E9321>${code}</E9321>
          <E1131>${reply.profile.errorList}</E1131>
          <E3055>${reply.profile.errorAgency}</E3055>
        </C901>
      </ERC>
</#macro>

<#macro references item>
      <SG5>
      <@edi.reference qualifier=fn.first(item.facts.billKind, reply.profile.houseReference) number=fn.first(item.facts.house, item.key.id)/>
      </SG5>
      <SG5>
      <@edi.reference qualifier=fn.first(item.facts.masterKind, reply.profile.masterReference) number=item.facts.master/>
      </SG5>
      <SG5>
      <@edi.reference qualifier="MB" number=item.facts.masterBill/>
      </SG5>
      <SG5>
      <@edi.reference qualifier=reply.profile.gatewayReference number=item.itemId/>
      </SG5>
</#macro>

<#-- What is to be paid or was paid: APERAK has no place for amounts. -->
<#function total status>
  <#return (status.total?length gt 0)?then("${status.total} ${status.totalCurrency}", "")>
</#function>
