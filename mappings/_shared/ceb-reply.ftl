<#-- What the receipts of the Chinese cross-border e-commerce system have in common. -->
<#assign fn = fn>
<#assign code = code>

<#-- Of a receipt: that of the message that it answers; where that had none, one of its own. -->
<#function guid reply>
  <#return fn.first(reply.facts.message, own(reply))>
</#function>

<#-- 36 characters, the same whenever this reply is written. -->
<#function own reply>
  <#return ("CEB-" + reply.replyId)?right_pad(36, "0")>
</#function>

<#-- An instant as yyyyMMddHHmmssSSS, in the time of China. -->
<#function time instant>
  <#return fn.without("${instant?datetime.iso?iso_ms_nz('GMT+08:00')}", "-:T.")?right_pad(17, "0")>
</#function>

<#-- returnStatus, returnTime and returnInfo of one status. -->
<#macro outcome of>
    <returnStatus>${code("ceb-status", of.status.code)}</returnStatus>
    <returnTime>${time(of.status.at)}</returnTime>
    <returnInfo>${fn.text(info(of), 1000)}</returnInfo>
</#macro>

<#function info of>
  <#switch of.status.code>
    <#case "RECEIVED">
      <#return done(of) + told(of.status.problems, "")>
    <#case "DUPLICATE">
      <#return repeated(of)>
    <#case "REJECTED">
      <#return (of.status.problems?size == 0)?then(fn.first(reason(of.status), code("ceb-info", "REJECTED")), told(of.status.problems, repeated(of)))>
    <#default>
      <#return code("ceb-info", of.status.code) + reason(of.status) + told(of.status.problems, "")>
  </#switch>
</#function>

<#function done of>
  <#return fn.first(code("ceb-done", of.facts.appType), code("ceb-done", "1")) + "[" + of.facts.guid + "]">
</#function>

<#function repeated of>
  <#return "重复申报，业务主键[" + of.key.id + "]">
</#function>

<#-- The back-end's, or the match's, own words. -->
<#function reason status>
  <#if status.reasonCode?has_content || status.reasonText?has_content>
    <#return "[Code:" + fn.first(code("ceb-reason", status.reasonCode), status.reasonCode) + ";Desc:" + status.reasonText + "]">
  </#if>
  <#return "">
</#function>

<#-- Every problem with its code, its sentence and its place; a document that was declared before in the words for that. -->
<#function told problems known>
  <#local said = "">
  <#list problems as problem>
    <#if ["ITEM-KEY-TAKEN", "MATCH-TAKEN"]?seq_contains(problem.rule) && known?has_content>
      <#local said = said + known>
    <#else>
      <#local said = said + "[Code:" + fn.first(code("ceb-reason", problem.rule), problem.rule) + ";Desc:" + problem.text + place(problem.pointer) + "]">
    </#if>
  </#list>
  <#return said>
</#function>

<#function place pointer>
  <#if !pointer.path?has_content || pointer.path == "/">
    <#return "">
  </#if>
  <#return " (" + pointer.path + ("${pointer.line}" == "0")?then("", " ${pointer.line}:${pointer.column}") + ")">
</#function>
