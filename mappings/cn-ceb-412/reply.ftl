<#import "/_shared/ceb-reply.ftl" as ceb>
<CEB412Message xmlns="http://www.chinaport.gov.cn/ceb" guid="${ceb.guid(reply)}" version="1.0">
  <#list reply.items as item>
  <PaymentReturn>
    <guid>${fn.first(item.facts.guid, ceb.guid(reply))}</guid>
    <payCode>${item.facts.providerId}</payCode>
    <payTransactionId>${item.facts.transactionId}</payTransactionId>
    <@ceb.outcome of=item/>
  </PaymentReturn>
  </#list>
</CEB412Message>
