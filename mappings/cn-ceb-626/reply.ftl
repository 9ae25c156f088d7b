<#import "/_shared/ceb-reply.ftl" as ceb>
<CEB626Message xmlns="http://www.chinaport.gov.cn/ceb" guid="${ceb.guid(reply)}" version="1.0">
  <#list reply.items as item>
  <InvtRefundReturn>
    <guid>${fn.first(item.facts.guid, ceb.guid(reply))}</guid>
    <customsCode>${item.facts.customsCode}</customsCode>
    <agentCode>${item.facts.agentCode}</agentCode>
    <ebpCode>${item.facts.platformId}</ebpCode>
    <ebcCode>${item.facts.merchantId}</ebcCode>
    <copNo>${item.facts.copNo}</copNo>
    <preNo>${item.facts.preNo}</preNo>
    <invtNo>${item.facts.invtNo}</invtNo>
    <@ceb.outcome of=item/>
  </InvtRefundReturn>
  </#list>
</CEB626Message>
