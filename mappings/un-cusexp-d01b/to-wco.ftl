<#import "/_shared/cusexp.ftl" as cusexp>
<@cusexp.declaration message=envelope.Message number=envelope.Message.BGM.C106.E1004 house=item master=envelope.Message.SG6
    consignorState=item.NAD["CZ"].C819.E3228 consigneeState=item.NAD["CN"].C819.E3228 release="D.01B" code=code input=input warnings=warnings/>
