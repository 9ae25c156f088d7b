<#import "/_shared/ceb-reply.ftl" as ceb>
<CEB622Message xmlns="http://www.chinaport.gov.cn/ceb" guid="${ceb.guid(reply)}" version="1.0">
  <#list reply.items as item>
  <InventoryReturn>
    <guid>${fn.first(item.facts.guid, ceb.guid(reply))}</guid>
    <customsCode>${item.facts.customsCode}</customsCode>
    <ebpCode>${item.facts.platformId}</ebpCode>
    <ebcCode>${item.facts.merchantId}</ebcCode>
    <agentCode>${item.facts.agentCode}</agentCode>
    <copNo>${item.facts.copNo}</copNo>
    <preNo>${item.facts.preNo}</preNo>
    <invtNo>${item.facts.invtNo}</invtNo>
    <@ceb.outcome of=item/>
  </InventoryReturn>
  </#list>
</CEB622Message>
