<#import "/_shared/cargo-imp-reply.ftl" as imp>
<FNA>
  <#if reply.items?size == 0>
    <@errors problems=reply.problems/>
  </#if>
  <#list reply.items as item>
    <@errors problems=item.status.problems/>
  <ACK><ErrorText>${fn.joined([item.status.reasonCode, item.status.reasonText], " ")}</ErrorText></ACK>
    <#if item.status.problems?size == 0 && !item.status.reasonText?has_content>
  <ACK><ErrorText>${code("status-text", item.status.code)}</ErrorText></ACK>
    </#if>
  </#list>
  <@imp.original reply=reply/>
</FNA>

<#macro errors problems>
  <#list problems as problem>
    <#if problem.severity == "REJECT">
  <ACK><ErrorText>${("${problem.pointer.line}" == "0")?then("", "LINE ${problem.pointer.line} ")}${problem.text}</ErrorText></ACK>
    </#if>
  </#list>
</#macro>
