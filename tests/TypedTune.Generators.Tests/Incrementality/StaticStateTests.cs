using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TypedTune.Generators.Tests.Incrementality;

/// <summary>What the compiler loads keeps nothing between projects: a static field is a constant or a table that nobody adds to.</summary>
public sealed class StaticStateTests
{
    public static TheoryData<Type> Assemblies => [typeof(SpaceGenerator), typeof(CodeFixes.AddInitCodeFix)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void StaticFields_AreNeverAssignedAgainAndHoldNoCache(Type inAssembly)
    {
        var fields = inAssembly.Assembly.GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));

        Assert.Empty(fields.Where(field => !field.IsLiteral && !(field.IsInitOnly && IsTable(field.FieldType))).Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    [Fact]
    public void Cache_IsSeenAsOne()
    {
        Assert.False(IsTable(typeof(ConditionalWeakTable<object, object>)));
        Assert.False(IsTable(typeof(Dictionary<string, string>)));
        Assert.False(IsTable(typeof(HashSet<string>)));
        Assert.False(IsTable(typeof(object)));
    }

    // A class of ours counts as a value if each of its own fields does.
    private static bool IsTable(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(DiagnosticDescriptor) || type == typeof(SymbolDisplayFormat)
        || (type.IsArray && IsTable(type.GetElementType()!))
        || type.Namespace == typeof(ImmutableArray).Namespace
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && IsTable(type.GetGenericArguments()[0]))
        || (Nullable.GetUnderlyingType(type) is { } value && IsTable(value))
        || type == typeof(System.Numerics.BigInteger)
        || (type.Assembly == typeof(SpaceGenerator).Assembly && type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).All(field => field.IsInitOnly && (field.FieldType == type || IsTable(field.FieldType))));
}
