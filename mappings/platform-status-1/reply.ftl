<#assign whole = (reply.items?size == 0)>
<#assign outcome = fn.same(reply.refused, "true")?then("SYNTAX_ERROR", "RECEIVED")>
<event>
  <specversion>1.0</specversion>
  <id>${reply.replyId}</id>
  <source>${reply.profile.source}</source>
  <#if whole>
  <type>${code("event-type", outcome)}</type>
  <subject>${reply.interchangeReference}</subject>
  <time>${reply.preparedAt}</time>
  </#if>
  <#list reply.items as item>
  <type>${code("event-type", item.status.code)}</type>
  <subject>${item.key.id}</subject>
  <time>${item.status.at}</time>
  </#list>
  <datacontenttype>application/json</datacontenttype>
  <data>
    <interchangeId>${reply.interchangeId}</interchangeId>
    <reference>${reply.interchangeReference}</reference>
    <name>${reply.interchangeName}</name>
    <#if whole>
    <status>${outcome}</status>
    <@problems of=reply/>
    </#if>
    <#list reply.items as item>
    <sequence>${item.sequence}</sequence>
    <itemId>${item.itemId}</itemId>
    <key>${item.key.id}</key>
    <platformId>${item.facts.platformId}</platformId>
    <orderNo>${item.facts.orderNo}</orderNo>
    <providerId>${item.facts.providerId}</providerId>
    <transactionId>${item.facts.transactionId}</transactionId>
    <carrierId>${item.facts.carrierId}</carrierId>
    <trackingNo>${item.facts.trackingNo}</trackingNo>
    <status>${item.status.code}</status>
    <text>${code("status-text", item.status.code)}</text>
    <reasonCode>${item.status.reasonCode}</reasonCode>
    <reasonText>${item.status.reasonText}</reasonText>
    <#list item.status.taxes as tax>
    <taxes>
      <type>${tax.type}</type>
      <line>${positive(tax.goodsItem)}</line>
      <base>${tax.base}</base>
      <rate>${tax.rate}</rate>
      <amount>${tax.amount}</amount>
      <currency>${tax.currency}</currency>
    </taxes>
    </#list>
    <total>${item.status.total}</total>
    <totalCurrency>${item.status.totalCurrency}</totalCurrency>
    <@problems of=item.status/>
    </#list>
  </data>
</event>

<#macro problems of>
  <#list of.problems as problem>
    <problems>
      <rule>${problem.rule}</rule>
      <severity>${problem.severity}</severity>
      <path>${problem.pointer.path}</path>
      <line>${positive(problem.pointer.line)}</line>
      <column>${positive(problem.pointer.column)}</column>
      <wcoId>${problem.wcoId}</wcoId>
      <value>${problem.value}</value>
      <text>${problem.text}</text>
    </problems>
  </#list>
</#macro>

<#-- 0 stands for "not known" and is not said. -->
<#function positive number>
  <#return ("${number}" == "0")?then("", "${number}")>
</#function>
