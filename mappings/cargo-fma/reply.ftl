<#import "/_shared/cargo-imp-reply.ftl" as imp>
<FMA>
  <#list reply.items as item>
  <ACK><AcknowledgementText>${code("status-text", item.status.code)}</AcknowledgementText></ACK>
  <ACK><AcknowledgementText>${fn.joined([item.status.reasonCode, item.status.reasonText], " ")}</AcknowledgementText></ACK>
  </#list>
  <@imp.original reply=reply/>
</FMA>
