using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Parsing;

/// <summary>Compares diagnostics by what a reader sees. Their own equality compares the arguments of messages as references.</summary>
internal sealed class SameDiagnostic : IEqualityComparer<Diagnostic>
{
    public bool Equals(Diagnostic x, Diagnostic y) => x.Id == y.Id && x.Location == y.Location && Message(x) == Message(y);

    public int GetHashCode(Diagnostic obj) => obj.Location.GetHashCode();

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
