<#import "/_shared/cargo-imp-reply.ftl" as imp>
<PER>
  <@imp.waybill reply=reply/>
  <#if reply.items?size == 0>
    <@errors problems=reply.problems otherwise="BAD_WBL_FORMAT" unreadable=true/>
  </#if>
  <#list reply.items as item>
    <@errors problems=item.status.problems unreadable=(item.status.code == "SYNTAX_ERROR")
        otherwise=fn.first(fn.joined([item.status.reasonCode, item.status.reasonText], " "), "REJECTED")/>
  </#list>
</PER>

<#-- One line per reason; what is wrong by a rule and by the grammar for the same reason is told once. -->
<#macro errors problems otherwise unreadable>
  <#local told = []>
  <#list problems as problem>
    <#local why = reason(problem)>
    <#if problem.severity == "REJECT" && !told?seq_contains(why)>
      <#local told = told + [why]>
  <ERR>
    <ErrorCode>${unreadable?then(code("per-error", "SYNTAX_ERROR"), fn.first(code("error", why), code("per-error", "REJECTED")))}</ErrorCode>
    <ErrorText>${why}</ErrorText>
  </ERR>
    </#if>
  </#list>
  <#if told?size == 0>
  <ERR>
    <ErrorCode>${code("per-error", unreadable?then("SYNTAX_ERROR", "REJECTED"))}</ErrorCode>
    <ErrorText>${otherwise}</ErrorText>
  </ERR>
  </#if>
</#macro>

<#-- The reason code of a rule that is one, else that of the place, else that the lines are not in their form. -->
<#function reason problem>
  <#return fn.first(code("reason", problem.rule), code("reason-at", place(problem) + " " + problem.rule), code("reason-at", place(problem)),
      problem.rule?starts_with("CIMP-")?then("BAD_WBL_FORMAT", problem.rule))>
</#function>

<#-- The path without its indexes, below the root. -->
<#function place problem>
  <#local path = "${problem.pointer.path}">
  <#return path?contains("/")?then(path?replace("\\[\\d+\\]", "", "r")?replace("^[^/]*/", "", "r"), "")>
</#function>
