<#import "/_shared/cuscar.ftl" as cuscar>
<#assign cni = envelope.Message.SG7>
<#assign masters = cni.SG8>
<@cuscar.declaration message=envelope.Message number=envelope.Message.BGM.C106.E1004 bill=item cni=cni.CNI submitter=envelope.Message.SG2["MS"].NAD
    master=masters["MWB"]?then(masters["MWB"], masters["MB"]) transport=envelope.Message.SG4 tdtMode=envelope.Message.SG4.TDT.C220.E8067
    consignor=item.SG11["CZ"].NAD consignorState=item.SG11["CZ"].NAD.C819.E3228 consignee=item.SG11["CN"].NAD consigneeState=item.SG11["CN"].NAD.C819.E3228
    parties=item.SG11 goods=item.SG14 release="D.01B" code=code input=input warnings=warnings/>
