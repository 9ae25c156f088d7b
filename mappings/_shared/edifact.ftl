<#-- UN/EDIFACT as WCO: parties, places, measures and amounts as all customs messages write them. -->
<#import "/_shared/wco.ftl" as wco>
<#assign fn = fn>

<#-- A party's name: C080, or the first line of C058 where the whole address is unstructured. -->
<#function name nad>
  <#local structured = fn.joined(nad.C080.E3036, " ")>
  <#return structured?has_content?then(structured, "${nad.C058.E3124}")>
</#function>

<#-- Street, or what of an unstructured address is not its first line. -->
<#function street nad>
  <#local structured = fn.joined(nad.C059.E3042)>
  <#if structured?has_content><#return structured></#if>
  <#local named = nad.C080?then(1, 0)>
  <#local lines = "">
  <#list nad.C058.E3124 as line>
    <#if line?counter + named gt 1><#local lines = fn.joined([lines, line])></#if>
  </#list>
  <#return lines>
</#function>

<#macro address nad state>
        <Address>
          <CityName>${fn.text(nad.E3164, 35)}</CityName><#-- 241 -->
          <CountryCode>${fn.whole(nad.E3207, 2)}</CountryCode><#-- 242 -->
          <CountrySubDivisionName>${fn.text(state, 35)}</CountrySubDivisionName><#-- 243 -->
          <Line>${fn.text(street(nad), 70)}</Line><#-- 239 -->
          <PostcodeID>${fn.compact(nad.E3251, 9)}</PostcodeID><#-- 245 -->
        </Address>
</#macro>

<#-- What a party says that its class has no room for. -->
<#macro partyStatements role nad>
  <#if fn.longer(name(nad), 70, street(nad), 70)>
      <@wco.statement code=role + "-WHOLE" value=fn.joined([name(nad), street(nad), nad.E3164, nad.E3251, nad.E3207])/>
  </#if>
  <#if nad.C082>
      <@wco.statement code=role + "-REF" value=fn.joined([nad.C082.E1131, nad.C082.E3039], " ")/>
  </#if>
</#macro>

<#-- DTM in the formats 102, 203, 204, 101 and 201 (2379) as CCYYMMDD; others are not dates. What is no day of the calendar comes with
     its format behind it, which no declaration takes: the schema would take a month 13 or a 31 November. -->
<#function day dtm>
  <#local value = "${dtm.C507.E2380}">
  <#local form = "${dtm.C507.E2379}">
  <#local day = "">
  <#if form == "102" || form == "203" || form == "204" || form == "205"><#local day = fn.start(value, 8)></#if>
  <#if form == "101" || form == "201" || form == "202"><#local day = "20" + fn.start(value, 6)></#if>
  <#return (day?length == 0 || day?matches("[0-9]{4}((0[13578]|1[02])(0[1-9]|[12][0-9]|3[01])|(0[469]|11)(0[1-9]|[12][0-9]|30)|02(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)0229"))?then(day, day + " (" + form + ")")>
</#function>

<#-- Kind of transport document (UN/EDIFACT 1001) by the qualifier of its reference (1153). -->
<#function documentType qualifier code>
  <#return "${code('transport-document', qualifier)}">
</#function>

<#-- Header that every declaration starts with; number and version are the sender's. -->
<#macro customization id release>
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>${id}</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>${release}</md:AgencyAssignedCustomizationVersionCode>
</#macro>

<#-- The means of transport that brings the goods: TDT of the main carriage. -->
<#macro border tdt mode>
    <BorderTransportMeans>
      <Name>${fn.text(tdt.C222.E8212, 35)}</Name><#-- T005 -->
      <ID>${fn.text(fn.first(tdt.E8028, tdt.C222.E8213), 35)}</ID><#-- T006 -->
      <RegistrationNationalityCode>${fn.whole(tdt.C222.E8453, 2)}</RegistrationNationalityCode><#-- T014 -->
      <ModeCode>${fn.whole(mode, 1)}</ModeCode><#-- T022 -->
    </BorderTransportMeans>
</#macro>

<#-- How much or how many of goods. What is below zero, which the grammar must allow since a temperature is a measure, too, comes with
     a word behind it that no declaration takes. -->
<#function ofGoods value>
  <#local number = "${value}">
  <#return number?starts_with("-")?then(number + " (below zero)", number)>
</#function>

<#-- One measure, the first of the wanted attributes that is there. -->
<#function weight measures>
  <#list ["G", "AAD", "AAB", "WT"] as wanted>
    <#list measures as mea>
      <#if fn.same(mea.C502.E6313, wanted) && mea.C174.E6314?has_content><#return "${mea.C174.E6314}"></#if>
    </#list>
  </#list>
  <#return "">
</#function>

<#function weightUnit measures>
  <#list ["G", "AAD", "AAB", "WT"] as wanted>
    <#list measures as mea>
      <#if fn.same(mea.C502.E6313, wanted) && mea.C174.E6314?has_content><#return fn.whole(mea.C174.E6411, 3)></#if>
    </#list>
  </#list>
  <#return "">
</#function>

<#-- Sum of what is a number in both; other texts are told as problems and come to nothing here. -->
<#function plus sum value>
  <#local one = "${value}">
  <#return one?matches("[0-9]{1,12}([.][0-9]*)?")?then(sum + one?number, sum)>
</#function>
