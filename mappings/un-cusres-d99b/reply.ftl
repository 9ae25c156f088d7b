<#import "/_shared/edifact-reply.ftl" as edi>
<#import "/_shared/cusres.ftl" as cusres>
<#assign fn = fn>
<Interchange>
  <@edi.envelope reply=reply prefix="RS99"/>
  <#list fn.grouped(reply.items, "facts.message") as items>
  <Message>
    <@cusres.head reply=reply items=items message=items?counter release="99B"/>
    <#list items as item>
    <SG6>
      <@cusres.consignment reply=reply item=item width=512/>
      <#list ofConsignment(item) as tax>
      <SG10>
      <@cusres.tax of=tax function="3"/>
      </SG10>
      </#list>
      <SG10>
      <@cusres.total status=item.status/>
      </SG10>
      <#list fn.grouped(ofGoods(item), "goodsItem") as taxes>
      <SG11>
        <CST>
          <E1496>${taxes[0].goodsItem}</E1496>
        </CST>
        <#list taxes as tax>
        <SG12>
        <@cusres.tax of=tax function="1"/>
        </SG12>
        </#list>
      </SG11>
      </#list>
      <#list item.status.problems as problem>
      <SG13>
      <@cusres.fault reply=reply problem=problem sequence=item.sequence width=512/>
      </SG13>
      </#list>
    </SG6>
    </#list>
  </Message>
  </#list>
  <#if reply.items?size == 0>
  <Message>
    <@cusres.head reply=reply items=[] message=1 release="99B"/>
    <#list reply.problems as problem>
    <#if problem?index lt 99>
    <SG4>
    <@cusres.fault reply=reply problem=problem sequence=0 width=512/>
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
