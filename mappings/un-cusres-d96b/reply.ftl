<#import "/_shared/edifact-reply.ftl" as edi>
<#import "/_shared/cusres.ftl" as cusres>
<#assign fn = fn>
<Interchange>
  <@edi.envelope reply=reply prefix="RS96"/>
  <#list fn.grouped(reply.items, "facts.message") as items>
  <Message>
    <@cusres.head reply=reply items=items message=items?counter release="96B"/>
    <#list items as item>
    <SG6>
      <@cusres.consignment reply=reply item=item width=70 subject="AAI"/>
      <#if ofConsignment(item)?size gt 0 || item.status.total?length gt 0>
      <SG10>
        <CST><#-- no goods item: it stands for the whole consignment -->
          <E1496>0</E1496>
        </CST>
        <#list ofConsignment(item) as tax>
        <SG11>
        <@cusres.tax of=tax function="3"/>
        </SG11>
        </#list>
        <SG11>
        <@cusres.total status=item.status/>
        </SG11>
      </SG10>
      </#if>
      <#list fn.grouped(ofGoods(item), "goodsItem") as taxes>
      <SG10>
        <CST>
          <E1496>${taxes[0].goodsItem}</E1496>
        </CST>
        <#list taxes as tax>
        <SG11>
        <@cusres.tax of=tax function="1"/>
        </SG11>
        </#list>
      </SG10>
      </#list>
      <#list item.status.problems as problem>
      <SG12>
      <@cusres.fault reply=reply problem=problem sequence=item.sequence width=70/>
      </SG12>
      </#list>
    </SG6>
    </#list>
  </Message>
  </#list>
  <#if reply.items?size == 0>
  <Message>
    <@cusres.head reply=reply items=[] message=1 release="96B"/>
    <#list reply.problems as problem>
    <#if problem?index lt 99>
    <SG4>
    <@cusres.fault reply=reply problem=problem sequence=0 width=70/>
    </SG4>
    </#if>
    </#list>
  </Message>
  </#if>
</Interchange>

<#-- Duties and taxes on single goods items, and those on the consignment as a whole. -->
<#function ofGoods item>
  <#return item.status.taxes?filter(tax -> "${tax.goodsItem}" != "0")>
</#function>

<#function ofConsignment item>
  <#return item.status.taxes?filter(tax -> "${tax.goodsItem}" == "0")>
</#function>
