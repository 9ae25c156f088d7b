<#function cut value n>
  <#local t = "${value}">
  <#return (t?length gt n)?then(t[0..*n], t)>
</#function>
<#function day value>
  <#return "${value}"?keep_before("T")?replace("-", "")>
</#function>
<#macro party who>
  <Name>${who.Name}</Name><#-- R014 -->
  <CityName>${who.City}</CityName><#-- 241 -->
  <CountryCode>${who.Country}</CountryCode><#-- 242 -->
</#macro>
