namespace System.Runtime.CompilerServices;

/// <summary>What the compiler needs for <c>init</c>. Written here, as a generator of such types gave another assembly with every build.</summary>
internal static class IsExternalInit;
