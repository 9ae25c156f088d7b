<#-- What every reply in EDIFACT shares: its envelope, references and free texts. Facts are those of the interchange that is answered. -->

<#assign fn = fn>

<#-- The envelope turned around: who sent is now who receives, and the other way round. Asks for no acknowledgement (0031), for a reply
     is none to be acknowledged, and gives the test indicator back.
     prefix: four characters that keep the numbers of two reply formats apart, which count each for itself.
     most: the newest version of the syntax that the message may stand in. -->
<#macro envelope reply prefix most="4">
  <#if fn.same(reply.profile.serviceString, "yes")>
  <UNA>:+.? '</UNA><#-- UNA [none]: by agreement -->
  </#if>
  <UNB>
    <S001>
      <E0001>${fn.first(reply.profile.charset, reply.facts.syntax, "UNOA")}</E0001>
      <E0002>${version(reply, most)}</E0002>
    </S001>
    <S002>
      <E0004>${reply.facts.recipient}</E0004>
      <E0007>${reply.facts.recipientQualifier}</E0007>
      <E0008>${reply.facts.recipientInternal}</E0008>
    </S002>
    <S003>
      <E0010>${reply.facts.sender}</E0010>
      <E0007>${reply.facts.senderQualifier}</E0007>
      <E0014>${reply.facts.senderInternal}</E0014>
    </S003>
    <S004>
      <E0017>${day(reply, most)}</E0017>
      <E0019>${time(reply.preparedAt)?substring(0, 4)}</E0019>
    </S004>
    <E0020>${prefix}${"${reply.controlNumber}"?left_pad(10, "0")}</E0020>
    <E0035>${fn.same(reply.facts.test, "1")?then("1", "")}</E0035>
  </UNB>
</#macro>

<#-- The sender's own version of the syntax, as far as the message may stand in it. -->
<#function version reply most>
  <#if fn.same(most, "4")>
    <#return fn.same(reply.facts.syntaxVersion, "4")?then("4", fn.first(reply.facts.syntaxVersion, "3"))>
  </#if>
  <#return fn.same(reply.facts.syntaxVersion, "4")?then("3", fn.first(reply.facts.syntaxVersion, "3"))>
</#function>

<#-- 0017: six digits, and eight from version 4 of the syntax on. -->
<#function day reply most>
  <#local whole = fn.date102(reply.preparedAt)>
  <#return fn.same(version(reply, most), "4")?then(whole, whole?substring(2))>
</#function>

<#-- hhmmss of an ISO instant, UTC. -->
<#function time instant>
  <#return fn.date304(instant)?substring(8, 14)>
</#function>

<#-- The code of a syntax fault (0085): the rule says it, or a table does; else it is an error that is not specified. -->
<#function syntaxError problem>
  <#return fn.first(ofRule(problem), code("syntax-error", problem.rule), "18")>
</#function>

<#-- 29 of EDIFACT-29; nothing of a rule that is not one of syntax. -->
<#function ofRule problem>
  <#return problem.rule?matches("EDIFACT-[0-9]{1,3}")?then(problem.rule?substring(8), "")>
</#function>

<#-- Where a problem is in the sender's own words, for a person. -->
<#function place problem>
  <#local place = problem.pointer.segment>
  <#return fn.joined([
      (place.tag?length gt 0)?then("segment ${place.segment} ${place.tag}", ""),
      positive("element", place.element),
      positive("component", place.component)], " ")>
</#function>

<#function positive word number>
  <#return ("${number}" == "0" || "${number}" == "")?then("", "${word} ${number}")>
</#function>

<#-- 4440 under a subject (4451): texts in lines as long as the directory lets them be, five to a segment, and no more segments than it
     lets stand there.
     code: 4441, what a program is to know the text by. -->
<#macro texts subject of width most code="">
  <#local lines = []>
  <#list of as text>
    <#local lines = lines + fn.lines(text, width)>
  </#list>
  <#list lines?chunk(5) as five>
  <#if five?index lt most>
  <FTX>
    <E4451>${subject}</E4451>
    <C107>
      <E4441>${(five?index == 0)?then(code, "")}</E4441>
    </C107>
    <C108>
      <#list five as line>
      <E4440>${line}</E4440>
      </#list>
    </C108>
  </FTX>
  </#if>
  </#list>
</#macro>

<#-- A reference, where there is one and a qualifier (1153) is agreed for it. -->
<#macro reference qualifier number>
  <#if qualifier?length gt 0 && number?length gt 0>
  <RFF>
    <C506>
      <E1153>${qualifier}</E1153>
      <E1154>${number}</E1154>
    </C506>
  </RFF>
  </#if>
</#macro>

<#-- A time under a qualifier (2005), to the second (2379: 204), UTC. -->
<#macro moment qualifier at>
  <DTM>
    <C507>
      <E2005>${qualifier}</E2005>
      <E2380>${fn.date102(at)}${time(at)}</E2380>
      <E2379>204</E2379>
    </C507>
  </DTM>
</#macro>

<#-- What a table says of the statuses, if it says one thing of all of them. Without any status it is an interchange that is refused. -->
<#function uniform items table otherwise="">
  <#if items?size == 0>
    <#return code(table, "REJECTED")>
  </#if>
  <#local one = code(table, items[0].status.code)>
  <#list fn.grouped(items, "status.code") as group>
    <#if !fn.same(code(table, group[0].status.code), one)>
      <#return otherwise>
    </#if>
  </#list>
  <#return one>
</#function>

<#-- A fact that all items of one message share. -->
<#function shared items name>
  <#return (items?size gt 0)?then(items[0].facts[name], "")>
</#function>

<#-- How the gateway calls this answer: a message for each original message. -->
<#function number reply message>
  <#return "${reply.replyId}${(message gt 1)?then('-${message}', '')}">
</#function>

<#-- 9321, at most eight characters: no list of the UN exists. -->
<#function error problem>
  <#return fn.first(code("application-error", problem.rule), ofRule(problem), fn.whole(problem.rule, 8),
      fn.same(problem.severity, "WARN")?then("ADVICE", "ERROR"))>
</#function>

<#-- What is wrong, by which rule, where, and what was found there. -->
<#function words problem>
  <#return [
      problem.text,
      fn.joined([problem.rule, "${problem.pointer.path}", place(problem)], ", "),
      (problem.value?length gt 0)?then("found: ${problem.value}", "")]>
</#function>

<#-- 4451: AAO a fault, ACB additional information. -->
<#function subject problem>
  <#return fn.same(problem.severity, "WARN")?then("ACB", "AAO")>
</#function>

<#-- The back-end's reason. -->
<#function reason status>
  <#return fn.joined([status.reasonCode, status.reasonText], " ")>
</#function>
