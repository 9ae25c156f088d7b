<#-- What CONTRL says, whichever of its releases says it (ISO 9735 part 4; UNSL 0083, 0085). -->
<#import "/_shared/edifact-reply.ftl" as edi>

<#-- 0083: 4 this level and all below rejected, 7 acknowledged and what lies below too unless it is named, 8 interchange received. -->
<#function action reply>
  <#if refused(reply)>
    <#return code("contrl-action", "SYNTAX_ERROR")>
  </#if>
  <#return receiptAlone(reply)?then("8", code("contrl-action", "RECEIVED"))>
</#function>

<#function refused reply>
  <#return fn.same(reply.refused, "true")>
</#function>

<#function receiptAlone reply>
  <#return fn.same(reply.facts.acknowledge, "2")>
</#function>

<#-- What rejects. A message that is itself a CONTRL is never answered, so nothing in it is told. -->
<#function rejecting reply>
  <#return reply.problems?filter(p -> fn.same(p.severity, "REJECT") && !p.pointer.segment.type?starts_with("CONTRL:"))>
</#function>

<#-- The fault that is told in UCI: of UNA, UNB, UNZ, of a group without a reference, or of the interchange as a whole. Only where it is refused: a level that is
     acknowledged has no error. -->
<#function ofInterchange reply>
  <#if !refused(reply)>
    <#return []>
  </#if>
  <#return first(rejecting(reply)?filter(p -> p.pointer.segment.message?length == 0 && !grouped(p)))>
</#function>

<#-- What rejects in groups, one sequence of problems for each group; none where only the receipt is told. A group without a reference
     cannot be named: what is wrong with it is told of the interchange. -->
<#function groups reply>
  <#return fn.grouped(told(reply)?filter(p -> grouped(p)), "pointer.segment.group.reference")>
</#function>

<#-- What rejects outside of groups. -->
<#function loose reply>
  <#return told(reply)?filter(p -> !grouped(p))>
</#function>

<#function grouped problem>
  <#return problem.pointer.segment.group.reference?length gt 0>
</#function>

<#function told reply>
  <#return (!refused(reply) && receiptAlone(reply))?then([], rejecting(reply))>
</#function>

<#-- The fault that is told in UCF: of UNG or UNE. -->
<#function ofGroup problems>
  <#return first(problems?filter(p -> p.pointer.segment.message?length == 0))>
</#function>

<#function first problems>
  <#return (problems?size gt 0)?then([problems?first], [])>
</#function>

<#-- One sequence of problems for each message that is rejected. -->
<#function messages problems>
  <#return fn.grouped(problems?filter(p -> p.pointer.segment.message?length gt 0), "pointer.segment.message")>
</#function>

<#-- The fault that is told in UCM: of UNH or UNT. -->
<#function ofMessage problems>
  <#return first(problems?filter(p -> header(p)))>
</#function>

<#-- The others, one sequence for each segment. -->
<#function segments problems>
  <#return fn.grouped(problems?filter(p -> !header(p)), "pointer.segment.segment")>
</#function>

<#function header problem>
  <#return fn.same(problem.pointer.segment.tag, "UNH") || fn.same(problem.pointer.segment.tag, "UNT")>
</#function>

<#-- Faults of the segment as a whole, of which each needs a UCS of its own. -->
<#function ofSegment problems>
  <#return problems?filter(p -> "${p.pointer.segment.element}" == "0")>
</#function>

<#function ofElements problems>
  <#return problems?filter(p -> "${p.pointer.segment.element}" != "0")>
</#function>

<#-- 0013: the service segment, where the fault is in one. -->
<#function serviceSegment problem>
  <#return problem.pointer.segment.tag?starts_with("UN")?then(problem.pointer.segment.tag, "")>
</#function>

<#-- 0098 and 0104; nothing for a segment as a whole. -->
<#function element problem>
  <#return ("${problem.pointer.segment.element}" == "0")?then("", "${problem.pointer.segment.element}")>
</#function>

<#function component problem>
  <#return (element(problem)?length == 0 || "${problem.pointer.segment.component}" == "0")?then("", "${problem.pointer.segment.component}")>
</#function>

<#-- The nth component of S009 as sent. Where a message came without it, there is a nought: UCM cannot do without. -->
<#function identifier problem n>
  <#local parts = problem.pointer.segment.type?split(":")>
  <#return (parts?size gt n && parts[n]?length gt 0)?then(parts[n], (n lt 4)?then("0", ""))>
</#function>
