<#import "/_shared/cargo-reply.ftl" as cargo>
<rsm:Response xmlns:rsm="iata:response:3" xmlns:ram="iata:datamodel:3">
  <rsm:MessageHeaderDocument>
    <@cargo.header reply=reply name="Application acknowledgement and error report" type="294" purpose="Response" version="3.00"/>
  </rsm:MessageHeaderDocument>
  <rsm:BusinessHeaderDocument>
    <ram:ID>${cargo.number(reply)}</ram:ID>
    <ram:Name>${fn.first(code("document-name", reply.facts.type), reply.facts.name, "Message")}</ram:Name>
    <ram:TypeCode>${fn.first(reply.facts.type, "916")}</ram:TypeCode>
    <ram:StatusCode>${(reply.items?size == 0)?then(code("xfnm-response", "SYNTAX_ERROR"), code("xfnm-response", reply.items[0].status.code))}</ram:StatusCode><#-- 379 -->
  </rsm:BusinessHeaderDocument>
  <#if reply.items?size == 0>
    <@statuses condition=code("xfnm-condition", "SYNTAX_ERROR") problems=reply.problems/>
  </#if>
  <#list reply.items as item>
    <#if item.status.problems?size == 0 || item.status.code != "REJECTED">
  <rsm:ResponseStatus>
    <ram:ConditionCode>${code("xfnm-condition", item.status.code)}</ram:ConditionCode>
    <ram:ReasonCode>${item.status.reasonCode}</ram:ReasonCode>
    <ram:Reason>${fn.first(item.status.reasonText, code("status-text", item.status.code))}</ram:Reason>
  </rsm:ResponseStatus>
    </#if>
    <@statuses condition=code("xfnm-condition", item.status.code) problems=item.status.problems/>
  </#list>
  <rsm:ResponseDetail>${fn.joined(details((reply.items?size == 0)?then(reply.problems, reply.items[0].status.problems)), "; ")}</rsm:ResponseDetail>
</rsm:Response>

<#-- One status per error; a place that is wrong by a rule and by the schema, for the same reason, is one error. -->
<#macro statuses condition problems>
  <#local told = []>
  <#list problems as problem>
    <#local why = reason(problem)>
    <#local error = why + " " + problem.pointer.path>
    <#if !told?seq_contains(error)>
      <#local told = told + [error]>
  <rsm:ResponseStatus>
    <ram:ConditionCode>${(condition != "Error" || problem.severity == "WARN")?then("Acknowledgement", "Error")}</ram:ConditionCode>
    <ram:ReasonCode>${known(why)?then("", problem.rule)}</ram:ReasonCode>
    <ram:Reason>${why}</ram:Reason>
    <ram:Information>${problem.value}</ram:Information>
  </rsm:ResponseStatus>
    </#if>
  </#list>
</#macro>

<#-- The reason code of a rule that has one, or of the place where the schema found a fault; else the sentence. -->
<#function reason problem>
  <#return fn.first(code("reason", problem.rule), code("reason-at", place(problem)),
      code("reason-at", below(problem) + " " + problem.rule), code("reason-at", below(problem)), problem.text)>
</#function>

<#function known why>
  <#return code("reason", why)?has_content>
</#function>

<#-- The path without its indexes. -->
<#function place problem>
  <#return problem.pointer.path?replace("\\[\\d+\\]", "", "r")>
</#function>

<#-- The same below the root. -->
<#function below problem>
  <#return place(problem)?replace("^[^/]*/", "", "r")>
</#function>

<#-- Each error with its place in the sender's message and a sentence. -->
<#function details problems>
  <#local told = []>
  <#local lines = []>
  <#list problems as problem>
    <#local why = reason(problem)>
    <#local error = why + " " + problem.pointer.path>
    <#if !told?seq_contains(error)>
      <#local told = told + [error]>
      <#local lines = lines + [fn.joined([known(why)?then(why, ""), problem.pointer.path, ("${problem.pointer.line}" == "0")?then("", "line ${problem.pointer.line} column ${problem.pointer.column}"), problem.text])]>
    </#if>
  </#list>
  <#return lines>
</#function>
