<#import "/_shared/ceb-reply.ftl" as ceb>
<CEB312Message xmlns="http://www.chinaport.gov.cn/ceb" guid="${ceb.guid(reply)}" version="1.0">
  <#list reply.items as item>
  <OrderReturn>
    <guid>${fn.first(item.facts.guid, ceb.guid(reply))}</guid>
    <ebpCode>${item.facts.platformId}</ebpCode>
    <ebcCode>${item.facts.merchantId}</ebcCode>
    <orderNo>${item.facts.orderNo}</orderNo>
    <@ceb.outcome of=item/>
  </OrderReturn>
  </#list>
</CEB312Message>
