<#import "/_shared/cargo-imp-reply.ftl" as imp>
<PSN>
  <@imp.waybill reply=reply/>
  <#list reply.items as item>
  <#assign csn = fn.first(item.facts.referral?has_content?then(code("psn-after-${item.facts.referral}", item.status.code), ""), code("psn-status", item.status.code))>
  <#assign words = (csn == "SR" || csn == "SF")?then("", reply.profile.programme + " ") + code("psn-text", csn)>
  <#assign at = "${item.status.at}">
  <CSN>
    <StatusCode>${csn}</StatusCode>
    <When>
      <Day>${at[8..9]}</Day>
      <Month>${code("month", at[5..6])}</Month>
      <Time>${at[11..12]}${at[14..15]}</Time>
    </When>
    <StatusText>${(words?length > 52)?then(fn.text(words?replace("CURRENTLY", "STILL"), 52), words)}</StatusText>
  </CSN>
  <TXT><FreeText>${fn.joined([item.status.reasonCode, item.status.reasonText], " ")}</FreeText></TXT>
  </#list>
</PSN>
