<#import "/_shared/ceb-reply.ftl" as ceb>
<#assign problems = (reply.items?size == 0)?then(reply.problems, reply.items[0].status.problems)>
<CEB900Message xmlns="http://www.chinaport.gov.cn/ceb" guid="${ceb.own(reply)}" version="1.0">
  <MessageReturn>
    <guid>${ceb.own(reply)}</guid>
    <returnStatus>${fn.first(code("ceb-error", rule(problems)), code("ceb-status", "SYNTAX_ERROR"))}</returnStatus>
    <returnTime>${ceb.time(reply.preparedAt)}</returnTime>
    <returnInfo>${fn.text(ceb.told(problems, ""), 1000)}</returnInfo>
    <oriCopMsgId>${fn.first(reply.facts.message, reply.interchangeName, reply.interchangeId)}</oriCopMsgId>
    <oriMessageType>${kind(problems)}</oriMessageType>
  </MessageReturn>
</CEB900Message>

<#-- The first rule that was broken. -->
<#function rule problems>
  <#return (problems?size == 0)?then("", problems[0].rule)>
</#function>

<#-- The root element, as far as anything was read: the first word of the path. -->
<#function kind problems>
  <#if problems?size == 0>
    <#return "">
  </#if>
  <#local root = "${problems[0].pointer.path}"?keep_before("/")?keep_before("[")>
  <#return root?starts_with("CEB")?then(root, "")>
</#function>
