<#import "/_shared/ceb-reply.ftl" as ceb>
<CEB512Message xmlns="http://www.chinaport.gov.cn/ceb" guid="${ceb.guid(reply)}" version="1.0">
  <#list reply.items as item>
  <LogisticsReturn>
    <guid>${fn.first(item.facts.guid, ceb.guid(reply))}</guid>
    <logisticsCode>${item.facts.carrierId}</logisticsCode>
    <logisticsNo>${item.facts.trackingNo}</logisticsNo>
    <@ceb.outcome of=item/>
  </LogisticsReturn>
  </#list>
</CEB512Message>
