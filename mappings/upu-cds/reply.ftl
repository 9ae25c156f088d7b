<ArrayOfCDSView xmlns="http://schemas.datacontract.org/2004/07/CDS.BusinessLayer.Operational" xmlns:core="http://schemas.datacontract.org/2004/07/PTC.BusinessLayer.Core" xmlns:arr="http://schemas.microsoft.com/2003/10/Serialization/Arrays">
  <#list reply.items as item>
  <CDSView>
    <core:entityState>0</core:entityState>
    <MailObject>
      <core:entityState>0</core:entityState>
      <DestPostOrgCd>${item.facts.destinationPost}</DestPostOrgCd>
      <Id>${item.key.id}</Id>
      <LocalId>${item.facts.localId}</LocalId>
      <LocalId2>${item.facts.localId2}</LocalId2>
      <MailCategoryCd>${item.facts.mailCategory}</MailCategoryCd>
      <MailClassCd>${item.facts.mailClass}</MailClassCd>
      <OrigPostOrgCd>${item.facts.originPost}</OrigPostOrgCd>
      <PId>${guid(item)}</PId>
      <PostingDt>${postingTime(item)}</PostingDt>
      <TypeCd>${item.facts.type}</TypeCd>
    </MailObject>
    <Response>
      <core:entityState>0</core:entityState>
      <CustOrganizationCd>${item.facts.customsOrganization}</CustOrganizationCd>
      <MailObjectPId>${guid(item)}</MailObjectPId>
      <PostOrganizationCd>${item.facts.postOrganization}</PostOrganizationCd>
      <Data>
        <ClearanceDt>${item.status.code?starts_with("RELEASED")?then(item.status.at, "")}</ClearanceDt><#-- 277 -->
        <DecisionCd>${code("cds-decision", item.status.code)}</DecisionCd><#-- 379 -->
        <DecisionReasonCd>${item.status.reasonCode}</DecisionReasonCd>
        <DecisionReasonNm>${item.status.reasonText?has_content?then(item.status.reasonText, code("status-text", item.status.code))}</DecisionReasonNm>
        <Dutiable>${(item.status.taxes?size gt 0)?c}</Dutiable>
        <@extraFields fields=statusFields(reply, item) problems=item.status.problems/>
        <Taxes>
          <#list item.status.taxes as tax>
          <Response.ResponseData.Tax>
            <Amount>${tax.amount}</Amount><#-- 120 -->
            <CurrencyCd>${tax.currency}</CurrencyCd>
            <@extraFields fields=[["goodsItem", (tax.goodsItem == 0)?then("", "${tax.goodsItem}")], ["base", tax.base]] problems=[]/>
            <Rate>${tax.rate}</Rate><#-- 115 -->
            <Type>${tax.type}</Type><#-- 113 -->
          </Response.ResponseData.Tax>
          </#list>
        </Taxes>
        <TotalFee>${item.status.total}</TotalFee><#-- 378 -->
        <TotalFeeCurrencyCd>${item.status.totalCurrency}</TotalFeeCurrencyCd>
      </Data>
    </Response>
  </CDSView>
  </#list>
  <#if reply.items?size == 0>
  <CDSView>
    <core:entityState>0</core:entityState>
    <Response>
      <core:entityState>0</core:entityState>
      <Data>
        <DecisionCd>${code("cds-decision", "SYNTAX_ERROR")}</DecisionCd><#-- 379 -->
        <DecisionReasonNm>${code("status-text", "SYNTAX_ERROR")}</DecisionReasonNm>
        <Dutiable>false</Dutiable>
        <@extraFields fields=messageFields(reply) problems=reply.problems/>
      </Data>
    </Response>
  </CDSView>
  </#if>
</ArrayOfCDSView>

<#-- The API has no place for these; names and values lie in two lists side by side, so an empty value is not said. -->
<#function messageFields reply>
  <#return [["replyId", reply.replyId], ["controlNumber", "${reply.controlNumber}"], ["preparedAt", "${reply.preparedAt}"],
      ["interchangeId", reply.interchangeId], ["interchangeName", reply.interchangeName]]>
</#function>

<#function statusFields reply item>
  <#return messageFields(reply) + [["sequence", "${item.sequence}"], ["itemId", item.itemId], ["status", "${item.status.code}"], ["at", "${item.status.at}"]]>
</#function>

<#function problemFields problem place>
  <#return [["problem.${place}.rule", problem.rule], ["problem.${place}.severity", "${problem.severity}"], ["problem.${place}.path", problem.pointer.path],
      ["problem.${place}.line", ("${problem.pointer.line}" == "0")?then("", "${problem.pointer.line}")], ["problem.${place}.column", ("${problem.pointer.column}" == "0")?then("", "${problem.pointer.column}")],
      ["problem.${place}.wcoId", problem.wcoId], ["problem.${place}.value", problem.value], ["problem.${place}.text", problem.text]]>
</#function>

<#macro extraFields fields problems>
        <ExtraFieldNames>
          <@names of=fields/>
          <#list problems as problem><@names of=problemFields(problem, problem?counter)/></#list>
        </ExtraFieldNames>
        <ExtraFieldValues>
          <@values of=fields/>
          <#list problems as problem><@values of=problemFields(problem, problem?counter)/></#list>
        </ExtraFieldValues>
</#macro>

<#macro names of>
  <#list of as field><#if "${field[1]}"?has_content>
          <arr:string>${field[0]}</arr:string>
  </#if></#list>
</#macro>

<#macro values of>
  <#list of as field><#if "${field[1]}"?has_content>
          <arr:string>${field[1]}</arr:string>
  </#if></#list>
</#macro>

<#-- What came as it should is given back. A rejected item may have been rejected for these, and then the reply would not be valid either. -->
<#function guid item>
  <#local t = "${item.facts.pid}">
  <#return (item.status.code != "REJECTED" || t?matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))?then(t, "")>
</#function>

<#function postingTime item>
  <#local t = "${item.facts.postingTime}">
  <#local day = "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))">
  <#return (item.status.code != "REJECTED" || t?matches("[1-9][0-9]{3}-" + day + "T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]+)?(Z|[-+](0[0-9]|1[0-3]):[0-5][0-9])?"))?then(t, "")>
</#function>
