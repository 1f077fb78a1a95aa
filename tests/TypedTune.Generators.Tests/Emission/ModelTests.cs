using System.Reflection;
using TypedTune.Generators.Model;

namespace TypedTune.Generators.Tests.Emission;

/// <summary>What flows through the generator is data: nothing in it can keep a compilation alive, and equal data is equal.</summary>
public sealed class ModelTests
{
    [Fact]
    public void EveryPartOfAModel_IsAValue()
    {
        var pending = new Stack<Type>([typeof(TypeModels)]);
        var seen = new HashSet<Type>();
        while (pending.Count > 0)
        {
            var type = pending.Pop();
            if (type.IsPrimitive || type.IsEnum || type == typeof(string) || !seen.Add(type))
                continue;
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            {
                pending.Push(type.GetGenericArguments()[0]);
                continue;
            }

            Assert.True(type.Namespace == typeof(TypeModels).Namespace && type.GetInterfaces().Contains(typeof(IEquatable<>).MakeGenericType(type)), $"{type} is no model.");
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
                pending.Push(Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType);
        }

        Assert.Contains(typeof(ParameterModel), seen);
        Assert.Contains(typeof(ColumnModel), seen);
    }
}
