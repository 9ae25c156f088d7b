<#import "/_shared/cargo-reply.ftl" as cargo>
<#list reply.items as item>
<rsm:CustomsStatusNotification xmlns:rsm="iata:customsstatusnotification:1" xmlns:ram="iata:datamodel:3">
  <rsm:MessageHeaderDocument>
    <@cargo.header reply=reply name="Document Response Customs" type="962" purpose="Creation" version="1.00"/>
  </rsm:MessageHeaderDocument>
  <rsm:BusinessHeaderDocument>
    <ram:StatusCode>${code("xcsn-status", item.status.code)}</ram:StatusCode><#-- 379 -->
    <ram:ActionTypeCode>000</ram:ActionTypeCode>
    <ram:ActionTypeName>${reply.profile.direction}</ram:ActionTypeName>
    <ram:Information>${fn.joined([said(item), item.status.reasonCode, item.status.reasonText], ": ")}</ram:Information>
    <ram:IssueDateTime>${item.status.at}</ram:IssueDateTime><#-- 380 -->
  </rsm:BusinessHeaderDocument>
  <rsm:MasterConsignment>
    <#if reply.facts.flight?has_content>
    <ram:SpecifiedLogisticsTransportMovement>
      <ram:StageCode>${fn.first(reply.facts.stage, "Main-Carriage")}</ram:StageCode>
      <ram:ID>${reply.facts.flight}</ram:ID>
      <ram:SequenceNumeric>1</ram:SequenceNumeric>
      <ram:UsedLogisticsTransportMeans>
        <ram:Name>${reply.facts.carrier}</ram:Name>
      </ram:UsedLogisticsTransportMeans>
      <#if reply.facts.arrival?has_content>
      <ram:ArrivalEvent>
        <ram:OccurrenceArrivalLocation>
          <ram:ID>${reply.facts.arrival}</ram:ID>
          <ram:TypeCode>Airport</ram:TypeCode>
        </ram:OccurrenceArrivalLocation>
      </ram:ArrivalEvent>
      </#if>
      <#if reply.facts.departure?has_content>
      <ram:DepartureEvent>
        <ram:OccurrenceDepartureLocation>
          <ram:ID>${reply.facts.departure}</ram:ID>
          <ram:TypeCode>Airport</ram:TypeCode>
        </ram:OccurrenceDepartureLocation>
      </ram:DepartureEvent>
      </#if>
    </ram:SpecifiedLogisticsTransportMovement>
    </#if>
    <@reference id=reply.facts.master issued=reply.facts.issued type=(reply.facts.type == "740")?then("740", "741")/>
    <#if reply.facts.house?has_content>
    <@reference id=fn.joined([reply.facts.master, reply.facts.house], "_") issued=reply.facts.issued type="703"/>
    </#if>
    <#if reply.facts.type == "785">
    <@reference id=reply.facts.number issued=reply.facts.issued type="785"/>
    </#if>
  </rsm:MasterConsignment>
</rsm:CustomsStatusNotification>
</#list>

<#macro reference id issued type>
    <#if id?has_content>
    <ram:AssociatedReferenceDocument>
      <ram:ID>${id}</ram:ID>
      <ram:IssueDate>${issued?matches("[1-9][0-9]{3}-.*")?then(fn.start(issued, 10), "")}</ram:IssueDate>
      <ram:TypeCode>${type}</ram:TypeCode>
    </ram:AssociatedReferenceDocument>
    </#if>
</#macro>

<#-- A hold that is removed says which it was, where it was told as one. -->
<#function said item>
  <#local hold = (item.status.code == "HOLD_REMOVED" && item.facts.referral?has_content)?then(code("xcsn-information", item.facts.referral), "")>
  <#return hold?ends_with(" HOLD")?then(hold + " REMOVED", code("xcsn-information", item.status.code))>
</#function>
