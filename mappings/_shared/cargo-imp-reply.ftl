<#-- What the replies in lines have in common. -->

<#-- Facts of the item, or of the interchange where that is answered. -->
<#function facts reply>
  <#return (reply.items?size == 0)?then(reply.facts, reply.items[0].facts)>
</#function>

<#macro waybill reply>
  <#local of = facts(reply)>
  <#if of.serial?has_content && of.prefix?has_content>
  <AWB>
    <AWBNumber>
      <AirlinePrefix>${of.prefix}</AirlinePrefix>
      <AWBSerialNumber>${of.serial}</AWBSerialNumber>
    </AWBNumber>
    <HWBSerialNumber>${of.house}</HWBSerialNumber>
  </AWB>
  </#if>
</#macro>

<#-- The lines that name the message that is answered: its identifier, and its waybills. -->
<#macro original reply>
  <#local of = facts(reply)>
  <Original><OriginalText>${of.message}</OriginalText></Original>
  <#if of.serial?has_content && of.prefix?has_content>
  <Original><OriginalText>${(fn.start(of.message, 3) == "FHL")?then("MBI/", "")}${of.prefix}-${of.serial}</OriginalText></Original>
  </#if>
  <#if of.house?has_content>
  <Original><OriginalText>HBS/${of.house}</OriginalText></Original>
  </#if>
</#macro>
